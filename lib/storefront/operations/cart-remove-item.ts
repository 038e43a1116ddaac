import { z } from "zod";
import { removeCartItem } from "@/lib/booking";
import { Cart } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";

export const cartRemoveItem = operation({
  name: "cart.removeItem",
  method: "DELETE",
  path: "/storefront/cart/items/{itemId}",
  summary: "Takes an item out of its cart and frees its slot at once.",
  access: "optional-customer",
  params: z.object({ itemId: Uuid }),
  response: Cart,
  run: ({ ctx }, { params }) => removeCartItem(ctx, params),
});
