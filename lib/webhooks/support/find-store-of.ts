import { db } from "@/lib/platform/db";

/** The store of an endpoint or a delivery, for our own people, who have only its id; null when there is no such row. */
export async function findStoreOf(id: string): Promise<{ storeId: string } | null> {
  const select = { storeId: true } as const;
  if (id.startsWith("ep_")) return db().endpoint.findUnique({ where: { id }, select });
  return db().delivery.findUnique({ where: { id }, select });
}
