import { startCheckout, StartCheckoutInput } from "@/lib/booking";
import { CheckoutStart } from "@/lib/events/contract";
import { operation } from "../operation";

export const checkoutStart = operation({
  name: "checkout.start",
  method: "POST",
  path: "/storefront/cart/checkout/start",
  summary: "Checks every item of the cart again, then opens a payment for what is left.",
  access: "optional-customer",
  body: StartCheckoutInput,
  status: 201,
  response: CheckoutStart,
  run: ({ ctx, cartId }, { body }) => startCheckout(ctx, { cartId, ...body }),
});
