import { z } from "zod";
import { AddOn } from "./add-on";
import { lineAmounts, rowDates } from "./line-amounts";

export const LineItemBase = z.object({
  id: z.string(),
  orderId: z.string().nullable(),
  appointmentId: z.string().nullable(),
  externalId: z.string().nullable(),
  ...lineAmounts,
  ...rowDates,
  addOnSubtotal: z.number(),
  addOnTotalTax: z.number(),
  refundedQuantity: z.number(),
  refundableQuantity: z.number(),
  /** Older names of discountedSubtotal and discountedTotal, which clients still read. */
  subtotal: z.number(),
  total: z.number(),
});
export type LineItemBase = z.infer<typeof LineItemBase>;

const refundedLine = z.object({
  id: z.string(),
  refundId: z.string(),
  externalId: z.string().nullable(),
  quantity: z.number().min(1),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
});

export const RefundLineItem = refundedLine.extend({ lineItemId: z.string() });
export type RefundLineItem = z.infer<typeof RefundLineItem>;

export const AddOnLineItem = z.object({
  id: z.string(),
  orderId: z.string(),
  lineItemId: z.string(),
  addOnId: z.string(),
  externalId: z.string().nullable(),
  ...lineAmounts,
  ...rowDates,
  refundedQuantity: z.number(),
  refundableQuantity: z.number(),
});
export type AddOnLineItem = z.infer<typeof AddOnLineItem>;

export const AddOnLineItemDetail = AddOnLineItem.extend({
  addOn: AddOn.nullable(),
  refundLineItems: z.array(refundedLine.extend({ addOnLineItemId: z.string() })),
});
export type AddOnLineItemDetail = z.infer<typeof AddOnLineItemDetail>;
