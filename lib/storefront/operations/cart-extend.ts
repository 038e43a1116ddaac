import { extendCart } from "@/lib/booking";
import { Cart } from "@/lib/events/contract";
import { operation } from "../operation";

export const cartExtend = operation({
  name: "cart.extendExpiration",
  method: "POST",
  path: "/storefront/cart/extend",
  summary: "Five more minutes for the cart and what it holds.",
  access: "optional-customer",
  response: Cart,
  run: ({ ctx, cartId }) => extendCart(ctx, { cartId }),
});
