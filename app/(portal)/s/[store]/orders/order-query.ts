import { z } from "zod";
import { Uuid } from "@/lib/platform/ids";

export const payments = ["unpaid", "partially-paid", "paid"] as const;
export const refunds = ["refund-owed", "partially-refunded", "fully-refunded"] as const;

/** What the list's URL says. Anything that is no filter is as if it were not there. */
const OrderQuery = z.object({
  payment: z.enum(payments).optional().catch(undefined),
  refund: z.enum(refunds).optional().catch(undefined),
  before: Uuid.optional().catch(undefined),
  after: Uuid.optional().catch(undefined),
});
export type OrderQuery = z.infer<typeof OrderQuery>;

export const readOrderQuery = (query: Record<string, unknown>): OrderQuery => OrderQuery.parse(query);
