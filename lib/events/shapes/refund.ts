import { z } from "zod";
import { RefundLineItem } from "./line-item";
import { TransactionBase } from "./transaction";

const refundFields = {
  id: z.string(),
  orderId: z.string(),
  externalId: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
  /** Major units. */
  total: z.number(),
  transactions: z.array(TransactionBase),
};

export const Refund = z.object({ ...refundFields, lineItems: z.array(RefundLineItem) });
export type Refund = z.infer<typeof Refund>;

/** A transaction with those it hangs together with: the charge that a refund gives back, and the other way round. */
export const TransactionDetail = TransactionBase.extend({
  parentTransaction: TransactionBase.nullable(),
  childTransactions: z.array(TransactionBase),
  refund: z.object(refundFields).nullable(),
});
export type TransactionDetail = z.infer<typeof TransactionDetail>;
