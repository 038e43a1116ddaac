import { z } from "zod";
import { rowDates } from "./line-amounts";

export const gateways = ["shopify", "cash", "bank_transfer", "stripe"] as const;
export const PaymentProvider = z.enum([...gateways, "no_payment_required"]);
export type PaymentProvider = z.infer<typeof PaymentProvider>;

export const TransactionBase = z.object({
  id: z.string(),
  orderId: z.string().nullable(),
  externalId: z.string().nullable(),
  parentId: z.string().nullable(),
  refundId: z.string().nullable(),
  type: z.enum(["authorization", "capture", "void", "sale", "refund"]),
  /** Major units. */
  amount: z.number(),
  currencyCode: z.string(),
  gateway: z.enum(gateways),
  provider: PaymentProvider,
  status: z.enum(["pending", "success", "failed"]),
  ...rowDates,
  refundableAmount: z.number(),
  refundedAmount: z.number(),
  isRefundable: z.boolean(),
});
export type TransactionBase = z.infer<typeof TransactionBase>;
