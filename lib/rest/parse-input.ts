import type { z } from "zod";
import { DomainError, type FieldError } from "@/lib/platform/errors";
import { fieldErrors, inputWording } from "@/lib/platform/input-errors";

/** Parses what a caller sent. Throws `invalid` naming each property in the caller's own words. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { error: inputWording });
  if (result.success) return result.data;
  const fields = fieldErrors(result.error.issues);
  throw new DomainError("invalid", summarise(fields), { fields });
}

function summarise(fields: FieldError[]): string {
  const [first, ...others] = fields;
  const more = others.length ? ` (and ${others.length} more)` : "";
  return first ? `${first.property}: ${first.messages[0]}${more}` : "The request is not valid.";
}
