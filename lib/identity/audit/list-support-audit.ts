import type { z } from "zod";
import { db } from "@/lib/platform/db";
import type { AuditListItem } from "../contract";
import { AuditPage } from "./list-audit";
import { toAuditListItem } from "./to-audit-list-item";

export type SupportAuditItem = AuditListItem & { store: { slug: string; name: string } };

/** What our own people did, in all stores, newest first. For support agents only. */
export async function listSupportAudit(input: z.input<typeof AuditPage>): Promise<SupportAuditItem[]> {
  const { before, take } = AuditPage.parse(input);
  const rows = await db().auditEntry.findMany({
    where: { actorKind: "support", storeId: { not: null }, ...(before && { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take,
  });
  const stores = await db().store.findMany({
    where: { id: { in: rows.flatMap(({ storeId }) => storeId ?? []) } },
    select: { id: true, slug: true, name: true },
  });
  return rows.flatMap((row) => {
    const store = stores.find(({ id }) => id === row.storeId);
    return store ? [{ ...toAuditListItem(row), store: { slug: store.slug, name: store.name } }] : [];
  });
}
