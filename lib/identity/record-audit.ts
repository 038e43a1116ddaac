import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { Ctx } from "./context";

type AuditRecord = {
  /** endpoint.created, delivery.resent, … */
  action: string;
  targetId: string;
  reason?: string;
  /** What changed; never a secret. */
  detail?: Record<string, string | number | boolean | null>;
};

/** Writes what a person with access did, in the transaction of the change. Customers and the system leave no entry. */
export async function recordAudit(tx: Tx, ctx: Ctx, record: AuditRecord): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "member" && actor.kind !== "support") return;
  await tx.auditEntry.create({
    data: {
      id: newId(),
      storeId: ctx.storeId,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      action: record.action,
      targetId: record.targetId,
      reason: record.reason ?? null,
      detail: record.detail ?? {},
    },
  });
}
