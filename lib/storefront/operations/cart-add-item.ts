import { z } from "zod";
import { addCartItem } from "@/lib/booking";
import { Cart } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";

export const cartAddItem = operation({
  name: "cart.addItem",
  method: "POST",
  path: "/storefront/cart/items",
  summary: "Puts an appointment that was made without a cart into one.",
  access: "optional-customer",
  body: z.object({ appointmentId: Uuid }),
  status: 201,
  response: Cart,
  run: ({ ctx, cartId }, { body }) => addCartItem(ctx, { cartId, ...body }),
});
