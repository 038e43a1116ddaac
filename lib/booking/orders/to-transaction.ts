import { TransactionBase, type TransactionDetail } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";
import { toMajor } from "@/lib/platform/money";
import { isPaid, isRefunded } from "./transaction-status";

type Row = Prisma.OrderTransactionModel;

/** `all` are the order's transactions: what hangs on this one decides what of it can still be given back. */
function toTransaction(row: Row, all: Row[]): TransactionBase {
  const refunds = all.filter((other) => other.parentId === row.id && isRefunded(other));
  const refundedMinor = refunds.reduce((total, refund) => total + refund.amountMinor, 0);
  const refundableMinor = isPaid(row) ? row.amountMinor - refundedMinor : 0;
  return {
    id: row.id,
    orderId: row.orderId,
    externalId: null,
    parentId: row.parentId,
    refundId: null,
    type: TransactionBase.shape.type.parse(row.type),
    amount: toMajor(row.amountMinor, row.currency),
    currencyCode: row.currency,
    gateway: TransactionBase.shape.gateway.parse(row.gateway),
    provider: TransactionBase.shape.provider.parse(row.gateway),
    status: TransactionBase.shape.status.parse(row.status),
    refundableAmount: toMajor(refundableMinor, row.currency),
    refundedAmount: toMajor(refundedMinor, row.currency),
    isRefundable: refundableMinor > 0,
    createdAt: row.createdAt.toISOString(),
    updatedAt: null,
    deletedAt: null,
  };
}

export const toTransactions = (rows: Row[]): TransactionDetail[] =>
  rows.map((row) => {
    const parent = rows.find((other) => other.id === row.parentId);
    const children = rows.filter((other) => other.parentId === row.id);
    return {
      ...toTransaction(row, rows),
      parentTransaction: parent ? toTransaction(parent, rows) : null,
      childTransactions: children.map((child) => toTransaction(child, rows)),
      refund: null,
    };
  });
