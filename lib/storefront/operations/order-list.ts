import { z } from "zod";
import { listOrders } from "@/lib/booking";
import { OrderListItem } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";
import { pageOf, toPage } from "../page-of";
import { orderedBy, pageQuery, repeated } from "../paging";

export const orderList = operation({
  name: "order.list",
  method: "GET",
  path: "/storefront/orders",
  summary: "The signed-in customer's own orders.",
  access: "customer",
  query: pageQuery().extend({
    name: z.string().optional(),
    paymentStatuses: repeated(OrderListItem.shape.paymentStatus),
    fulfillmentStatuses: repeated(OrderListItem.shape.fulfillmentStatus),
    customers: repeated(Uuid),
    services: repeated(Uuid),
    staffMembers: repeated(Uuid),
    locations: repeated(Uuid),
    // Both are one order: all of them are one customer's.
    orderBy: orderedBy(["createdAt", "customerId"]),
  }),
  response: pageOf(OrderListItem),
  run: async ({ ctx }, { query }) => toPage(query, await listOrders(ctx, query)),
});
