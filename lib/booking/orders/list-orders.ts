import type { Page, PageInput } from "@/lib/catalog";
import type { OrderDetail } from "@/lib/events/contract";
import { getStoreSettings, type Ctx } from "@/lib/identity";
import { db, type Prisma, type Tx } from "@/lib/platform/db";
import { loadBooked } from "../appointments/load-booked";
import { ownOrders } from "../customers/own-bookings";
import { orderTotals, type OrderTotals } from "./order-totals";
import { orderTree } from "./order-tree";
import { toOrder } from "./to-order";

export type ListOrdersInput = PageInput & {
  name?: string;
  paymentStatuses?: OrderTotals["paymentStatus"][];
  fulfillmentStatuses?: OrderTotals["fulfillmentStatus"][];
  customers?: string[];
  /** Orders with a line for one of these products. */
  services?: string[];
  staffMembers?: string[];
  locations?: string[];
};

/** A page of the signed-in customer's own orders by the time they were made. Throws `unauthorized`. */
export async function listOrders(ctx: Ctx, input: ListOrdersInput): Promise<Page<OrderDetail>> {
  const { storeId, tx = db() } = ctx;
  const booked = {
    productId: input.services && { in: input.services },
    staffMemberId: input.staffMembers && { in: input.staffMembers },
    locationId: input.locations && { in: input.locations },
  };
  const isNarrowed = Object.values(booked).some(Boolean);
  const where: Prisma.OrderWhereInput = {
    ...ownOrders(ctx),
    name: input.name,
    customer: input.customers && { id: { in: input.customers } },
    lines: isNarrowed ? { some: { appointment: booked } } : undefined,
  };
  const ids = await withStatuses(tx, where, input);
  const narrowed = ids ? { ...where, id: { in: ids } } : where;
  const direction = input.order === "DESC" ? "desc" : "asc";
  const rows = await tx.order.findMany({
    where: narrowed,
    include: orderTree,
    orderBy: [{ createdAt: direction }, { id: direction }],
    skip: (input.page - 1) * input.take,
    take: input.take,
  });
  const { currency } = await getStoreSettings(ctx);
  const appointments = rows.flatMap((row) => row.lines.map((line) => line.appointment));
  const bookedOf = await loadBooked(tx, { storeId, currency }, appointments);
  return {
    items: rows.map((row) => toOrder(row, bookedOf)),
    itemCount: await tx.order.count({ where: narrowed }),
  };
}

/** Statuses are derived, so they are judged over all orders of the one customer; undefined when none is asked for. */
async function withStatuses(
  tx: Tx,
  where: Prisma.OrderWhereInput,
  { paymentStatuses, fulfillmentStatuses }: ListOrdersInput,
): Promise<string[] | undefined> {
  if (!paymentStatuses && !fulfillmentStatuses) return undefined;
  const ledger = {
    lines: { include: { appointment: { select: { status: true } } } },
    transactions: true,
  } as const;
  const rows = await tx.order.findMany({ where, include: ledger });
  return rows
    .filter((row) => {
      const { paymentStatus, fulfillmentStatus } = orderTotals(row);
      return (
        (!paymentStatuses || paymentStatuses.includes(paymentStatus)) &&
        (!fulfillmentStatuses || fulfillmentStatuses.includes(fulfillmentStatus))
      );
    })
    .map((row) => row.id);
}
