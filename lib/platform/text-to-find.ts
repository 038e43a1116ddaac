import { z } from "zod";

const lengthMin = 2;
const Typed = z.string().trim();

/** What was typed into a find field; null where nothing can match it: under two characters, over `lengthMax`, or with a NUL. */
export function textToFind(typed: string, lengthMax: number): string | null {
  const text = Typed.parse(typed);
  return text.length < lengthMin || text.length > lengthMax || text.includes("\0") ? null : text;
}
