import { TransactionBase } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";
import { toMajor } from "@/lib/platform/money";
import { refundableMinor } from "./transaction-status";

export function toTransaction(row: Prisma.OrderTransactionModel): TransactionBase {
  const { currency } = row;
  return {
    id: row.id,
    orderId: row.orderId,
    externalId: null,
    parentId: row.parentId,
    refundId: row.refundId,
    type: TransactionBase.shape.type.parse(row.type),
    amount: toMajor(row.amountMinor, currency),
    currencyCode: currency,
    gateway: TransactionBase.shape.gateway.parse(row.gateway),
    provider: TransactionBase.shape.provider.parse(row.gateway),
    status: TransactionBase.shape.status.parse(row.status),
    refundableAmount: toMajor(refundableMinor(row), currency),
    refundedAmount: toMajor(row.refundedMinor, currency),
    isRefundable: refundableMinor(row) > 0,
    createdAt: row.createdAt.toISOString(),
    updatedAt: null,
    deletedAt: null,
  };
}
