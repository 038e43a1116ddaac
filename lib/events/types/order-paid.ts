import { z } from "zod";
import { OrderDetail } from "../shapes/order";
import { defineEventType } from "./define-event-type";
import { exampleCaptureId, exampleOrder } from "./example-order";

export const orderPaid = defineEventType({
  name: "order.paid",
  description: "A payment was captured and nothing is left to pay on the order.",
  data: z.object({
    order: OrderDetail,
    /** The transaction that settled it. */
    transactionId: z.string(),
  }),
  example: { order: exampleOrder, transactionId: exampleCaptureId },
});
