import type { Page, PageInput } from "@/lib/catalog";
import type { OrderDetail } from "@/lib/events/contract";
import { getStoreSettings, type Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { loadBooked } from "../appointments/load-booked";
import { ownOrders } from "../customers/own-bookings";
import type { OrderStatuses } from "./order-status";
import { orderTree } from "./order-tree";
import { toOrder } from "./to-order";

export type ListOrdersInput = PageInput & {
  name?: string;
  paymentStatuses?: OrderStatuses["paymentStatus"][];
  fulfillmentStatuses?: OrderStatuses["fulfillmentStatus"][];
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
  const where = {
    ...ownOrders(ctx),
    name: input.name,
    customer: input.customers && { id: { in: input.customers } },
    lines: isNarrowed ? { some: { appointment: booked } } : undefined,
    paymentStatus: input.paymentStatuses && { in: input.paymentStatuses },
    fulfillmentStatus: input.fulfillmentStatuses && { in: input.fulfillmentStatuses },
  };
  const direction = input.order === "DESC" ? "desc" : "asc";
  const rows = await tx.order.findMany({
    where,
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
    itemCount: await tx.order.count({ where }),
  };
}
