import { z } from "zod";
import { OrderDetail } from "../shapes/order";
import { defineEventType } from "./define-event-type";
import { exampleCaptureId, exampleOrder } from "./example-order";

export const orderPaid = defineEventType({
  name: "order.paid",
  group: "Orders",
  description: "Fires when a payment is captured and nothing is left to pay on the order.",
  never: "A part payment, an authorization and an order that costs nothing fire nothing.",
  automates: [
    "Write the invoice and send it",
    "Book the revenue in your accounting",
    "Release a voucher, a download or an entry code",
    "Thank the customer, and say what comes next",
  ],
  data: z.object({
    order: OrderDetail,
    transactionId: z.string().describe("The transaction that settled it."),
  }),
  example: { order: exampleOrder, transactionId: exampleCaptureId },
});
