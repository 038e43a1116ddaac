import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { isUpward, newestFirst } from "@/lib/platform/newest-first";
import type { OrderStatuses } from "./order-status";
import { productTitles } from "./product-titles";
import type { StoreOrderPage } from "./store-order";
import { storeOrderTree, toStoreOrder } from "./to-store-order";

/** `before` and `after` are ids of orders: made earlier, or later, than that one. What is absent narrows nothing. */
export type StoreOrderQuery = {
  paymentStatus?: OrderStatuses["paymentStatus"] | undefined;
  refundStatus?: OrderStatuses["refundStatus"] | undefined;
  before?: string | undefined;
  after?: string | undefined;
  take: number;
};

/** One page of the store's orders, newest first. */
export async function listStoreOrders(ctx: Ctx, query: StoreOrderQuery): Promise<StoreOrderPage> {
  const { storeId, tx = db() } = ctx;
  const { paymentStatus, refundStatus, before, after, take } = query;
  const upward = isUpward(query);
  const found = await tx.order.findMany({
    where: { storeId, paymentStatus, refundStatus, id: upward ? { gt: after } : { lt: before } },
    include: storeOrderTree,
    orderBy: { id: upward ? "asc" : "desc" },
    take: take + 1,
  });
  const { rows, ...edges } = newestFirst(found, { isUpward: upward, isFirst: before === undefined, take });
  const titles = await productTitles(
    tx,
    storeId,
    rows.flatMap((row) => row.lines.map((line) => line.appointment.productId)),
  );
  return { items: rows.map((row) => toStoreOrder(row, titles)), ...edges };
}
