import { z } from "zod";
import { OrderDetail } from "../shapes/order";
import { Refund } from "../shapes/refund";
import { defineEventType } from "./define-event-type";
import { exampleRefund, exampleRefundedOrder } from "./example-order";

export const orderRefunded = defineEventType({
  name: "order.refunded",
  group: "Orders",
  description: "Fires when a refund is issued on an order, in full or in part, once for each.",
  never: "A payment that is voided before its capture moves no money, and fires nothing.",
  automates: [
    "Write the credit note for exactly this amount",
    "Take back loyalty points and commission",
    "Tell the customer when the money arrives",
  ],
  data: z.object({
    order: OrderDetail,
    refund: Refund.describe("The refund that this event tells of; the order has them all."),
  }),
  example: { order: exampleRefundedOrder, refund: exampleRefund },
});
