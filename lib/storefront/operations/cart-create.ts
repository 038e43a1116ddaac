import { createCart } from "@/lib/booking";
import { Cart } from "@/lib/events/contract";
import { operation } from "../operation";

export const cartCreate = operation({
  name: "cart.createOrGet",
  method: "POST",
  path: "/storefront/cart",
  summary: "The cart that X-Cart-Id names while it is live, else a new one.",
  access: "optional-customer",
  status: 201,
  response: Cart,
  run: ({ ctx, cartId }) => createCart(ctx, { cartId }),
});
