import { z } from "zod";
import { OrderDetail } from "../shapes/order";
import { Refund } from "../shapes/refund";
import { defineEventType } from "./define-event-type";
import { exampleRefund, exampleRefundedOrder } from "./example-order";

export const orderRefunded = defineEventType({
  name: "order.refunded",
  description: "A refund was issued on an order, in full or in part; each refund fires once.",
  data: z.object({ order: OrderDetail, refund: Refund }),
  example: { order: exampleRefundedOrder, refund: exampleRefund },
});
