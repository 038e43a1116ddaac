import type { Refund, RefundLineItem } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";
import { toMajor } from "@/lib/platform/money";
import type { OrderTree } from "./order-tree";
import { toTransaction } from "./to-transaction";

type Row = OrderTree["refunds"][number];

export const toRefundLine = (row: Prisma.OrderRefundLineModel): RefundLineItem => ({
  id: row.id,
  refundId: row.refundId,
  externalId: null,
  lineItemId: row.lineId,
  quantity: row.quantity,
  createdAt: row.createdAt.toISOString(),
  updatedAt: null,
});

/** `transactions` are the order's: what of them carries the refund is the refund's. */
export function toRefund(row: Row, order: Pick<OrderTree, "currency" | "transactions">): Refund {
  return {
    id: row.id,
    orderId: row.orderId,
    externalId: null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: null,
    total: toMajor(row.totalMinor, order.currency),
    lineItems: row.lines.map(toRefundLine),
    transactions: order.transactions.filter(({ refundId }) => refundId === row.id).map(toTransaction),
  };
}
