import { db } from "@/lib/platform/db";
import type { Role } from "./context";

export type StoreOfMember = { id: string; slug: string; name: string; timezone: string; role: Role };

/** The stores a person is a member of, by name. */
export async function listStoresOf(userId: string): Promise<StoreOfMember[]> {
  const memberships = await db().membership.findMany({
    where: { userId },
    include: { store: { select: { id: true, slug: true, name: true, timezone: true } } },
    orderBy: { store: { name: "asc" } },
  });
  return memberships.map(({ store, role }) => ({ ...store, role: role as Role }));
}
