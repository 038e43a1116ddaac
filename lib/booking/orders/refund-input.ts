import { z } from "zod";

/** By lines, or by an amount; by neither: all that remains. The verb judges the figures, and names them. */
export const RefundOrderInput = z.object({
  orderId: z.string(),
  lines: z.array(z.object({ lineId: z.string(), quantity: z.number() })).optional(),
  amountMinor: z.number().optional(),
  /** For the store's own eyes. */
  reason: z.string().trim().max(500, "At most 500 characters.").optional(),
});
export type RefundOrderInput = z.input<typeof RefundOrderInput>;
