import { db } from "@/lib/platform/db";
import { isStorable } from "@/lib/platform/storable";

/** The store with this short name, for who may act upon any store; null when there is none. */
export async function findStoreBySlug(slug: string): Promise<{ id: string; name: string } | null> {
  if (!isStorable(slug)) return null;
  return db().store.findUnique({ where: { slug }, select: { id: true, name: true } });
}
