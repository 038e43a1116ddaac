import { StorefrontError } from "../storefront/storefront-error";
import { Details, type DetailName } from "./details";

export type Trouble = { message: string; errors?: Partial<Record<DetailName, string>> };

/** What stopped a checkout, in words for the customer. Throws on what is no failure of the store. */
export function toTrouble(error: unknown): Trouble {
  if (!(error instanceof StorefrontError)) throw error;
  if (error.failure === "unreachable")
    return { message: "The salon’s system does not answer. Nothing was charged; try again in a moment." };
  if (error.failure === "not-found")
    return { message: "Your time was not kept any longer. Nothing was charged; choose it again." };
  const errors = Object.fromEntries(
    Object.entries(error.fields)
      .map(([property, message]) => [property.replace(/^customer\./, ""), message])
      .filter(([name = ""]) => name in Details.shape),
  );
  return Object.keys(errors).length > 0
    ? { message: "Look at the fields marked below.", errors }
    : { message: error.message.replace(/^\w+: /, "") };
}
