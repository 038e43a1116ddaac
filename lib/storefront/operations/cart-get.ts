import { getCart } from "@/lib/booking";
import { Cart } from "@/lib/events/contract";
import { operation } from "../operation";

export const cartGet = operation({
  name: "cart.get",
  method: "GET",
  path: "/storefront/cart",
  summary: "The cart that X-Cart-Id names.",
  access: "optional-customer",
  response: Cart,
  run: ({ ctx, cartId }) => getCart(ctx, { cartId }),
});
