import { invalid } from "./errors";

const depthMax = 32;

/** Postgres keeps no NUL and no half of a surrogate pair. Throws `invalid` naming where one, or too deep a nesting, is. */
export function requireStorable(root: unknown): void {
  const open: { value: unknown; path: string[] }[] = [{ value: root, path: [] }];
  for (let item = open.pop(); item; item = open.pop()) {
    const { value, path } = item;
    const property = path.join(".") || "body";
    if (typeof value === "string") requireStorableText(property, value);
    if (typeof value !== "object" || value === null) continue;
    if (path.length === depthMax) throw invalid("body", "The body is nested too deeply.");
    for (const [key, inner] of Object.entries(value)) {
      requireStorableText(property, key);
      open.push({ value: inner, path: [...path, key] });
    }
  }
}

/** Throws `invalid` on `property` where Postgres could not keep the text. */
export function requireStorableText(property: string, text: string): void {
  if (!isStorable(text)) throw invalid(property, "This has a character that cannot be stored.");
}

/** No NUL, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
