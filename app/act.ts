import { refresh } from "next/cache";
import type { z } from "zod";
import type { Ctx } from "@/lib/identity";
import { answer, type Answer } from "./answer";

/**
 * An act in a store: `judged` is who asks, judged anew (`actingMember(slug)`, `actingInStore(slug)`), and the page that
 * asked is drawn anew with the answer.
 */
export async function act<Input extends z.ZodType, T>(
  judged: Promise<{ ctx: Ctx }>,
  schema: Input,
  input: unknown,
  verb: (ctx: Ctx, input: z.output<Input>) => Promise<T>,
): Promise<Answer<T>> {
  const { ctx } = await judged;
  const outcome = await answer(schema, input, (parsed) => verb(ctx, parsed));
  refresh();
  return outcome;
}
