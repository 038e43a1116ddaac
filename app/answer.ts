import type { z } from "zod";
import type { Outcome, Refusal } from "@/components/ui/outcome";
import { isUnreachable } from "@/lib/platform/database-error";
import { DomainError } from "@/lib/platform/errors";
import { inputWording } from "@/lib/platform/input-errors";
import { requireStorable } from "@/lib/platform/storable";

export type Answer<T> = Outcome<T extends void ? null : T>;

/** What a server action answers: its input parsed, the work done, and a refusal put in words rather than thrown. */
export async function answer<Input extends z.ZodType, T>(
  schema: Input,
  input: unknown,
  work: (input: z.output<Input>) => Promise<T>,
): Promise<Answer<T>> {
  const parsed = schema.safeParse(input, { error: inputWording });
  if (!parsed.success) return refuse(parsed.error.issues[0]?.message ?? "This is not what we expected.");
  try {
    requireStorable(parsed.data);
    return { done: ((await work(parsed.data)) ?? null) as T extends void ? null : T };
  } catch (error) {
    if (isUnreachable(error))
      return refuse(
        "We cannot reach our database at the moment. Nothing was changed: try again in a minute.",
      );
    if (!(error instanceof DomainError)) throw error;
    const fields = error.fields.map(({ property, messages }) => [property, messages]);
    return { refused: error.message, fields: Object.fromEntries(fields) };
  }
}

const refuse = (refused: string): Refusal => ({ refused, fields: {} });
