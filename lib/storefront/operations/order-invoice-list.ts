import { z } from "zod";
import { getOrder } from "@/lib/booking";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";

export const orderInvoiceList = operation({
  name: "invoice.list",
  method: "GET",
  path: "/storefront/orders/{orderId}/invoices",
  summary: "The invoices of one of the signed-in customer's own orders; none yet.",
  access: "customer",
  params: z.object({ orderId: Uuid }),
  response: z.array(z.never()),
  async run({ ctx }, { params }) {
    await getOrder(ctx, params);
    return [];
  },
});
