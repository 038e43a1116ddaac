import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
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
  const isUpward = after !== undefined && before === undefined;
  const found = await tx.order.findMany({
    where: { storeId, paymentStatus, refundStatus, id: isUpward ? { gt: after } : { lt: before } },
    include: storeOrderTree,
    orderBy: { id: isUpward ? "asc" : "desc" },
    take: take + 1,
  });
  const hasMore = found.length > take;
  const shown = found.slice(0, take);
  if (isUpward) shown.reverse();
  const titles = await productTitles(
    tx,
    storeId,
    shown.flatMap((row) => row.lines.map((line) => line.appointment.productId)),
  );
  const [hasNewer, hasOlder] = isUpward ? [hasMore, true] : [before !== undefined, hasMore];
  return {
    items: shown.map((row) => toStoreOrder(row, titles)),
    next: (hasOlder && shown.at(-1)?.id) || null,
    previous: (hasNewer && shown[0]?.id) || null,
  };
}
