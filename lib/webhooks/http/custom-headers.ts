import { invalid } from "@/lib/platform/errors";
import { decryptSecret, encryptSecret } from "@/lib/platform/secrets";
import type { CustomHeaders } from "./custom-header-fields";

type Owner = { id: string; customHeaders: string | null };

/** An endpoint's own headers in the clear: for the sender alone. */
export const openCustomHeaders = ({ id, customHeaders }: Owner): Record<string, string> =>
  customHeaders ? (JSON.parse(decryptSecret(customHeaders, id)) as Record<string, string>) : {};

/** Their names, which may be shown. */
export const listCustomHeaders = (owner: Owner): string[] => Object.keys(openCustomHeaders(owner));

/** For what is kept of a request: that a header was sent, never what it said. */
export const withoutValues = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.keys(headers).map((name) => [name, "(hidden)"]));

/**
 * Parsed headers as the endpoint's row keeps them: encrypted, null for none. One without a value keeps the one that the row
 * has. Throws `invalid` naming a header that has neither.
 */
export function sealCustomHeaders(owner: Owner, headers: CustomHeaders): string | null {
  if (headers.length === 0) return null;
  const known = openCustomHeaders(owner);
  const pairs = headers.map(
    ({ name, value = Object.hasOwn(known, name) ? known[name] : undefined }, index) => {
      if (value === undefined) throw invalid(`customHeaders.${index}.value`, `Enter the value of ${name}.`);
      return [name, value];
    },
  );
  return encryptSecret(JSON.stringify(Object.fromEntries(pairs)), owner.id);
}
