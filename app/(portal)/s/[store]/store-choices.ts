import { cache } from "react";
import type { StoreChoice } from "@/components/shell/store-switcher";
import { listStoresOf, type StoreOfMember } from "@/lib/identity";

const storesOf = cache(listStoresOf);

const toChoice = ({ slug, name, role }: StoreOfMember): StoreChoice => ({ slug, name, note: role });

/** The member's stores as the switcher shows them. */
export async function storeChoices(userId: string, store: StoreOfMember) {
  return { current: toChoice(store), stores: (await storesOf(userId)).map(toChoice) };
}
