import type { StaffMemberListItem } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db, type Prisma } from "@/lib/platform/db";
import { containing, directionOf, rowsOf, type Page, type PageInput } from "./page";
import { staffMemberRelations, toStaffMemberListItem } from "./staff-member-relations";
import { storeCurrency } from "./store-currency";
import { wideRead } from "./wide-read";

/** A page of the people who can be booked, in the order in which they joined. */
export async function listStaffMembers(
  ctx: Ctx,
  input: PageInput & { q?: string },
): Promise<Page<StaffMemberListItem>> {
  const tx = ctx.tx ?? db();
  const { q } = input;
  const where: Prisma.StaffMemberWhereInput = {
    storeId: ctx.storeId,
    status: "active",
    OR: q ? [{ firstName: containing(q) }, { lastName: containing(q) }] : undefined,
  };
  const rows = await tx.staffMember.findMany({
    where,
    orderBy: { id: directionOf(input) },
    ...wideRead,
    include: staffMemberRelations,
    ...rowsOf(input),
  });
  const currency = await storeCurrency(ctx);
  return {
    items: rows.map((row) => toStaffMemberListItem(row, currency)),
    itemCount: await tx.staffMember.count({ where }),
  };
}
