import type { z } from "zod";
import { conflict, DomainError } from "@/lib/platform/errors";
import { sqlState } from "@/lib/platform/database-error";
import { fieldErrors, inputWording } from "@/lib/platform/input-errors";
import { requireStorable } from "@/lib/platform/storable";

/** Parses a form's fields. Throws `invalid` naming each property. */
export function parseFields<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { error: inputWording });
  if (result.success) {
    requireStorable(result.data);
    return result.data;
  }
  const fields = fieldErrors(result.error.issues);
  throw new DomainError("invalid", fields[0]?.messages[0] ?? "This is not an endpoint.", { fields });
}

/** What a store's second endpoint with one URL runs into becomes a conflict on `url`; other errors stay. */
export function urlIsTaken(error: unknown): unknown {
  if (sqlState(error) !== "23505") return error;
  const message = "This store has an endpoint with this URL already.";
  return conflict(message, { fields: [{ property: "url", messages: [message] }] });
}
