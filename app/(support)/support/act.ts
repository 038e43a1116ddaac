import { refresh } from "next/cache";
import type { z } from "zod";
import { answer, type Answer } from "@/app/answer";
import type { Ctx } from "@/lib/identity";
import { actingInStore } from "./supported-store";

/** A support agent's act in a store: who asks is judged anew, and the page that asked is drawn anew with the answer. */
export async function act<Input extends z.ZodType, T>(
  slug: string,
  schema: Input,
  input: unknown,
  verb: (ctx: Ctx, input: z.output<Input>) => Promise<T>,
): Promise<Answer<T>> {
  const { ctx } = await actingInStore(slug);
  const outcome = await answer(schema, input, (parsed) => verb(ctx, parsed));
  refresh();
  return outcome;
}
