import type { z } from "zod";
import type { FieldError } from "./errors";

/** What zod finds, in the house's words where a schema has none of its own: each says what to write. */
export const inputWording: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "invalid_type")
    return issue.input === undefined ? "This is required." : (wanted[issue.expected] ?? undefined);
  if (issue.code === "invalid_value") return `Write one of: ${issue.values.map(String).join(", ")}.`;
  if (issue.code === "too_big") return `At most ${issue.maximum}${unitOf(issue.origin)}.`;
  if (issue.code === "too_small") return `At least ${issue.minimum}${unitOf(issue.origin)}.`;
  return undefined;
};

const wanted: Record<string, string> = {
  string: "Write text.",
  number: "Write a number.",
  int: "Write a whole number.",
  boolean: "Write true or false.",
  array: "Write a list.",
  object: "Write an object.",
  record: "Write an object.",
};

const unitOf = (origin: string): string => (origin === "string" ? " characters" : "");

/** Issues grouped by dotted path ("slot.fromDate"); one about the whole input is called "body". */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const byProperty = new Map<string, string[]>();
  for (const { path, message } of issues) {
    const property = path.map(String).join(".") || "body";
    byProperty.set(property, [...(byProperty.get(property) ?? []), message]);
  }
  return [...byProperty].map(([property, messages]) => ({ property, messages }));
}
