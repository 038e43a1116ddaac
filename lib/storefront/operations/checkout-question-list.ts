import { z } from "zod";
import { getProduct } from "@/lib/catalog";
import { Question } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";

export const checkoutQuestionList = operation({
  name: "checkoutQuestion.listTranslations",
  method: "GET",
  path: "/storefront/checkout-questions/{productId}/translations/{language}",
  summary: "What is asked when the product is booked; nothing yet.",
  access: "key",
  params: z.object({ productId: Uuid, language: z.string() }),
  response: z.array(Question),
  async run({ ctx }, { params }) {
    await getProduct(ctx, params.productId);
    return [];
  },
});
