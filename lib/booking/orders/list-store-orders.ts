import type { Ctx } from "@/lib/identity";
import { db, type Tx } from "@/lib/platform/db";
import { orderTotals, type OrderTotals } from "./order-totals";
import { productTitles } from "./product-titles";
import type { StoreOrderPage } from "./store-order";
import { storeOrderTree, toStoreOrder, type StoreOrderTree } from "./to-store-order";

/** `before` and `after` are ids of orders: made earlier, or later, than that one. What is absent narrows nothing. */
export type StoreOrderQuery = {
  paymentStatus?: OrderTotals["paymentStatus"] | undefined;
  refundStatus?: OrderTotals["refundStatus"] | undefined;
  before?: string | undefined;
  after?: string | undefined;
  take: number;
};

const batchSize = 200;
/** A status is derived, so that orders are read to know theirs; a rare one is looked for this far, then page by page. */
const readMax = 4_000;

/** One page of the store's orders, newest first. */
export async function listStoreOrders(ctx: Ctx, query: StoreOrderQuery): Promise<StoreOrderPage> {
  const { storeId, tx = db() } = ctx;
  const { before, after, take } = query;
  const isUpward = after !== undefined && before === undefined;
  const { found, stoppedAt } = await search(tx, storeId, query, isUpward);
  const hasMore = found.length > take || stoppedAt !== undefined;
  const shown = found.slice(0, take);
  const edge = found.length > take ? shown.at(-1)?.id : (stoppedAt ?? shown.at(-1)?.id);
  if (isUpward) shown.reverse();
  const titles = await productTitles(
    tx,
    storeId,
    shown.flatMap((row) => row.lines.map((line) => line.appointment.productId)),
  );
  const [newer, older] = isUpward ? [hasMore, true] : [before !== undefined, hasMore];
  return {
    items: shown.map((row) => toStoreOrder(row, titles)),
    next: (older && (isUpward ? shown.at(-1)?.id : edge)) || null,
    previous: (newer && (isUpward ? edge : shown[0]?.id)) || null,
  };
}

type Search = {
  found: StoreOrderTree[];
  /** Where it gave up for this page. */ stoppedAt: string | undefined;
};

async function search(tx: Tx, storeId: string, query: StoreOrderQuery, isUpward: boolean): Promise<Search> {
  const { take, before, after } = query;
  const found: StoreOrderTree[] = [];
  let edge = before ?? after;
  for (let read = 0; read < readMax; read += batchSize) {
    const rows = await tx.order.findMany({
      where: { storeId, id: isUpward ? { gt: edge } : { lt: edge } },
      include: storeOrderTree,
      orderBy: { id: isUpward ? "asc" : "desc" },
      take: isNarrowed(query) ? batchSize : take + 1,
    });
    found.push(...rows.filter((row) => matches(row, query)));
    edge = rows.at(-1)?.id;
    if (found.length > take || !isNarrowed(query) || rows.length < batchSize)
      return { found, stoppedAt: undefined };
  }
  return { found, stoppedAt: edge };
}

const isNarrowed = ({ paymentStatus, refundStatus }: StoreOrderQuery) =>
  paymentStatus !== undefined || refundStatus !== undefined;

function matches(row: StoreOrderTree, { paymentStatus, refundStatus }: StoreOrderQuery): boolean {
  const totals = orderTotals(row);
  return (
    (!paymentStatus || totals.paymentStatus === paymentStatus) &&
    (!refundStatus || totals.refundStatus === refundStatus)
  );
}
