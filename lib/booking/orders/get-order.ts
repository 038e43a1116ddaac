import type { OrderDetail } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { loadBooked } from "../appointments/load-booked";
import { ownOrders } from "../customers/own-bookings";
import { orderTree } from "./order-tree";
import { toOrder } from "./to-order";

/** One of the signed-in customer's own orders. Throws `not-found` for anybody else's. */
export async function getOrder(ctx: Ctx, input: { orderId: string }): Promise<OrderDetail> {
  const { tx = db() } = ctx;
  const row = await tx.order.findFirst({
    where: { ...ownOrders(ctx), id: input.orderId },
    include: orderTree,
  });
  if (!row) throw notFound("The order");
  const bookedOf = await loadBooked(
    tx,
    row,
    row.lines.map((line) => line.appointment),
  );
  return toOrder(row, bookedOf);
}
