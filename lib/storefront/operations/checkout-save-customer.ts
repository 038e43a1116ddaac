import { z } from "zod";
import { saveCustomer, SaveCustomerInput } from "@/lib/booking";
import { operation } from "../operation";

export const checkoutSaveCustomer = operation({
  name: "checkout.saveCustomer",
  method: "POST",
  path: "/storefront/cart/checkout/save-customer",
  summary: "Notes who buys, before the checkout is submitted.",
  access: "optional-customer",
  body: SaveCustomerInput,
  response: z.object({ customerId: z.string() }),
  run: ({ ctx, cartId }, { body }) => saveCustomer(ctx, { cartId, ...body }),
});
