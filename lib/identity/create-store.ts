import { z } from "zod";
import { sqlState } from "@/lib/platform/database-error";
import { conflict } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { transaction } from "@/lib/platform/transaction";
import { systemCtx } from "./context";
import { createApiKey } from "./create-api-key";
import { openAccount, Person } from "./open-account";

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** By its IANA name; Node takes offsets such as +01:00 too, which know no summer time. */
function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

export const CreateStoreInput = z.object({
  name: z.string().trim().min(1, "Give the store's name.").max(100, "Give at most 100 characters."),
  slug: z
    .string()
    .max(60, "Give at most 60 characters.")
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      "Give a short name for addresses: lower-case letters, digits and hyphens.",
    ),
  currency: z
    .string()
    .toUpperCase()
    .refine((code) => currencies.has(code), "Give a currency's three letters, such as EUR."),
  timezone: z.string().refine(isTimezone, "Give a time zone by its IANA name, such as Europe/Brussels."),
  owner: Person,
});
export type CreateStoreInput = z.input<typeof CreateStoreInput>;

export type CreatedStore = { id: string; slug: string; ownerIsNew: boolean; storefrontKey: string };

/**
 * Makes a store, its owner and its first storefront key, or nothing at all. An owner who has an account keeps its
 * password. The key is shown this once. Throws `conflict` where a store has the slug already.
 */
export async function createStore(input: CreateStoreInput): Promise<CreatedStore> {
  const { owner, ...store } = CreateStoreInput.parse(input);
  const id = newId();
  return transaction(undefined, async (tx) => {
    await tx.store.create({ data: { id, ...store } }).catch((error: unknown) => {
      if (sqlState(error) !== "23505") throw error;
      throw conflict(`There is a store ${store.slug} already.`, { cause: error });
    });
    const { id: userId, isNew } = await openAccount(tx, owner);
    await tx.membership.create({ data: { storeId: id, userId, role: "owner" } });
    const { key } = await createApiKey({ ...systemCtx(id), tx }, { name: "Booking site" });
    return { id, slug: store.slug, ownerIsNew: isNew, storefrontKey: key };
  });
}
