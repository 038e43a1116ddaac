import { submitCheckout, SubmitCheckoutInput } from "@/lib/booking";
import { CheckoutSubmit } from "@/lib/events/contract";
import { operation } from "../operation";

export const checkoutSubmit = operation({
  name: "checkout.submit",
  method: "POST",
  path: "/storefront/cart/checkout/submit",
  summary: "Makes the order of the cart, once however often it is sent.",
  access: "optional-customer",
  body: SubmitCheckoutInput,
  response: CheckoutSubmit,
  run: ({ ctx, cartId }, { body }) => submitCheckout(ctx, { cartId, ...body }),
});
