import { db } from "@/lib/platform/db";
import { isStorable } from "@/lib/platform/storable";
import type { Ctx } from "./context";
import type { SignedIn } from "./find-session";

export type SupportedStore = {
  ctx: Ctx;
  store: { id: string; slug: string; name: string; timezone: string };
};

/** The store that a support agent acts upon, by slug or id, and as whom; null when there is none. */
export async function findStoreForSupport(
  { user }: SignedIn,
  which: { slug: string } | { id: string },
): Promise<SupportedStore | null> {
  if (!Object.values(which).every(isStorable)) return null;
  const store = await db().store.findFirst({
    where: which,
    select: { id: true, slug: true, name: true, timezone: true },
  });
  return (
    store && { ctx: { storeId: store.id, actor: { kind: "support", id: user.id, name: user.name } }, store }
  );
}
