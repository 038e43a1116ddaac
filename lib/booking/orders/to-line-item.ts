import type { LineItemBase } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";
import { lineAmounts } from "../line-amounts";

export function toLineItem(row: Prisma.OrderLineModel, currency: string): LineItemBase {
  const amounts = lineAmounts(row, currency);
  return {
    id: row.id,
    orderId: row.orderId,
    appointmentId: row.appointmentId,
    externalId: null,
    ...amounts,
    refundedQuantity: row.refundedQuantity,
    refundableQuantity: row.quantity - row.refundedQuantity,
    subtotal: amounts.discountedSubtotal,
    total: amounts.discountedTotal,
    createdAt: row.createdAt.toISOString(),
    updatedAt: null,
    deletedAt: null,
  };
}
