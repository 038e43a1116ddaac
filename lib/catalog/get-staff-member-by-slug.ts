import type { StaffMemberDetail } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { staffMemberRelations, toStaffMemberListItem } from "./staff-member-relations";
import { storeCurrency } from "./store-currency";
import { wideRead } from "./wide-read";

/** Throws not-found for another store's, and for one who can no longer be booked. */
export async function getStaffMemberBySlug(ctx: Ctx, slug: string): Promise<StaffMemberDetail> {
  const row = await (ctx.tx ?? db()).staffMember.findFirst({
    where: { storeId: ctx.storeId, slug, status: "active" },
    ...wideRead,
    include: staffMemberRelations,
  });
  if (!row) throw notFound("The staff member");
  return { ...toStaffMemberListItem(row, await storeCurrency(ctx)), user: null };
}
