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

type Within = Pick<OrderTree, "currency" | "transactions">;

/** A refund of an order, with those of its transactions that carry it. */
export const toRefund = (row: Row, order: Within): Refund => ({
  ...toBareRefund(row, order),
  lineItems: row.lines.map(toRefundLine),
});

/** The same without what it was for, as a transaction shows it. */
export const toBareRefund = (row: Row, order: Within): Omit<Refund, "lineItems"> => ({
  id: row.id,
  orderId: row.orderId,
  externalId: null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: null,
  total: toMajor(row.totalMinor, order.currency),
  transactions: order.transactions.filter(({ refundId }) => refundId === row.id).map(toTransaction),
});
