import { z } from "zod";
import { getCart } from "@/lib/booking";
import { Question } from "@/lib/events/contract";
import { operation } from "../operation";

export const checkoutCartQuestions = operation({
  name: "checkout.getCartQuestions",
  method: "GET",
  path: "/storefront/cart/checkout/questions/{language}",
  summary: "What is asked for the items of the cart; nothing yet.",
  access: "optional-customer",
  params: z.object({ language: z.string() }),
  response: z.array(Question),
  async run({ ctx, cartId }) {
    await getCart(ctx, { cartId });
    return [];
  },
});
