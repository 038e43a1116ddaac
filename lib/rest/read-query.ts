import { requireStorableText } from "@/lib/platform/storable";

/** A parameter given once is a string, a repeated one an array; an empty one counts as absent. */
export function readQuery(search: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name).filter((value) => value !== "");
    for (const value of values) requireStorableText(name, value);
    const [first] = values;
    if (first !== undefined) query[name] = values.length === 1 ? first : values;
  }
  return query;
}
