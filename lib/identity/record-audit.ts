import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { AuditAction, AuditDetail } from "./contract";
import type { Ctx } from "./context";

type AuditRecord = {
  action: AuditAction;
  targetId: string;
  reason?: string | undefined;
  detail?: AuditDetail;
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
