import { z } from "zod";
import { db } from "@/lib/platform/db";
import { Uuid } from "@/lib/platform/ids";
import type { Ctx } from "../context";
import type { AuditListItem } from "../contract";
import { toAuditListItem } from "./to-audit-list-item";

export const AuditPage = z.object({
  /** The id of the last entry seen. */
  before: Uuid.optional(),
  take: z.number().int().min(1).max(200).default(50),
});

/** What people did in the store, newest first: its members and our own support. A page is full where more may follow. */
export async function listAudit(ctx: Ctx, input: z.input<typeof AuditPage>): Promise<AuditListItem[]> {
  const { before, take } = AuditPage.parse(input);
  const { storeId, tx = db() } = ctx;
  const rows = await tx.auditEntry.findMany({
    where: { storeId, ...(before && { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take,
  });
  return rows.map(toAuditListItem);
}
