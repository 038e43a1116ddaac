import { z } from "zod";
import { getOrder } from "@/lib/booking";
import { OrderDetail } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";

export const orderFind = operation({
  name: "order.find",
  method: "GET",
  path: "/storefront/orders/{orderId}",
  summary: "One of the signed-in customer's own orders.",
  access: "customer",
  params: z.object({ orderId: Uuid }),
  response: OrderDetail,
  run: ({ ctx }, { params }) => getOrder(ctx, params),
});
