import { z } from "zod";
import { getCart } from "@/lib/booking";
import { DomainError } from "@/lib/platform/errors";
import { operation } from "../operation";

export const checkoutSaveAnswers = operation({
  name: "checkout.saveAnswers",
  method: "POST",
  path: "/storefront/cart/checkout/save-answers",
  summary: "Takes the answers to what is asked for the cart; nothing is yet, so none can be given.",
  access: "optional-customer",
  body: z.object({
    answers: z
      .array(z.object({ questionId: z.string(), question: z.string(), answer: z.string() }))
      .max(100, "At most 100 answers."),
  }),
  async run({ ctx, cartId }, { body }) {
    await getCart(ctx, { cartId });
    if (body.answers.length > 0) throw noSuchQuestion();
  },
});

function noSuchQuestion(): DomainError {
  const message = "This store asks no such question.";
  return new DomainError("not-found", message, {
    fields: [{ property: "answers.0.questionId", messages: [message] }],
  });
}
