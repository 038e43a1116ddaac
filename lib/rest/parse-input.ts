import type { z } from "zod";
import { DomainError, type FieldError } from "@/lib/platform/errors";

/** Parses what a caller sent. Throws `invalid` naming each property in the caller's own words. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { error: wording });
  if (result.success) return result.data;
  const fields = fieldErrors(result.error.issues);
  throw new DomainError("invalid", summarise(fields), { fields });
}

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

/** Issues grouped by dotted path ("slot.fromDate"); one about the whole input is called "body". */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const byProperty = new Map<string, string[]>();
  for (const { path, message } of issues) {
    const property = path.join(".") || "body";
    byProperty.set(property, [...(byProperty.get(property) ?? []), message]);
  }
  return [...byProperty].map(([property, messages]) => ({ property, messages }));
}

function summarise(fields: FieldError[]): string {
  const [first, ...others] = fields;
  const more = others.length ? ` (and ${others.length} more)` : "";
  return first ? `${first.property}: ${first.messages[0]}${more}` : "The request is not valid.";
}

const wording: z.core.$ZodErrorMap = (issue) =>
  issue.code === "invalid_type" && issue.input === undefined ? "This is required." : undefined;
