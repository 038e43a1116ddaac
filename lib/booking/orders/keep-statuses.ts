import type { Tx } from "@/lib/platform/db";
import { orderTotals, type Ledger } from "./order-totals";

type Order = Ledger & { storeId: string; id: string };

/**
 * Notes on orders what their ledgers say, so that lists find them by it. To be called whenever a line's booking or the money
 * has changed, with what was read under the orders' locks since.
 */
export async function keepStatuses(tx: Tx, orders: Order[]): Promise<void> {
  const totals = orders.map(orderTotals);
  await tx.$executeRaw`
    UPDATE "order" o SET payment_status = s.payment, refund_status = s.refund, fulfillment_status = s.fulfillment
    FROM unnest(${orders.map(({ storeId }) => storeId)}::uuid[], ${orders.map(({ id }) => id)}::uuid[],
      ${totals.map(({ paymentStatus }) => paymentStatus)}::text[],
      ${totals.map(({ refundStatus }) => refundStatus)}::text[],
      ${totals.map(({ fulfillmentStatus }) => fulfillmentStatus)}::text[]
    ) AS s(store_id, id, payment, refund, fulfillment)
    WHERE o.store_id = s.store_id AND o.id = s.id
      AND (o.payment_status, o.refund_status, o.fulfillment_status) IS DISTINCT FROM (s.payment, s.refund, s.fulfillment)`;
}
