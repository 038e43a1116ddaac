import type { z } from "zod";
import { DomainError } from "@/lib/platform/errors";
import { fieldErrors } from "@/lib/platform/input-errors";

/** Parses a path's parameters. One that has not the form of an id is the id of nothing: throws `not-found`. */
export function parseParams<S extends z.ZodType>(schema: S, value: Record<string, string>): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = fieldErrors(result.error.issues).map(({ property }) => ({
    property,
    messages: [`Nothing has this ${property}.`],
  }));
  throw new DomainError("not-found", fields[0]?.messages[0] ?? "Not found.", { fields });
}
