import { notFound } from "next/navigation";
import { cache } from "react";
import { requireActingSupport, requireSupport } from "@/app/(auth)/signed-in";
import { findStoreForSupport, type SupportedStore } from "@/lib/identity";

/** The store that a page shows, for the support agent who asks; judged anew at each request. */
export const currentStore = cache(async (slug: string): Promise<SupportedStore> => {
  const agent = await requireSupport();
  return (await findStoreForSupport(agent, { slug })) ?? notFound();
});

/** The same for a server action, which must have come from a page of ours; what it is called with may be anything. */
export async function actingInStore(slug: unknown): Promise<SupportedStore> {
  await requireActingSupport();
  return typeof slug === "string" ? currentStore(slug) : notFound();
}
