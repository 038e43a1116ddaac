import { z } from "zod";

/** Around the `data` of every event, whatever its type. */
export const envelope = {
  id: z.string().describe("The same on every retry and resend: what you know a repetition by."),
  timestamp: z.iso.datetime().describe("When it happened."),
  apiVersion: z.literal("1"),
  storeId: z.string(),
  sequence: z
    .number()
    .int()
    .nullable()
    .describe(
      "Counts up per store without gaps, so that you can tell the order. Null in examples and operational events.",
    ),
};
