import { db } from "@/lib/platform/db";
import { isStorable } from "@/lib/platform/storable";
import type { Ctx, Role } from "./context";
import type { StoreOfMember } from "./list-stores-of";

export type Membership = {
  ctx: Ctx;
  store: StoreOfMember;
  /** Whom a viewer asks for a change. */
  ownerName: string | null;
};

/** What a person may do in the store with this slug; null when there is none, or they are not a member: the two look alike. */
export async function findMembership(userId: string, slug: string): Promise<Membership | null> {
  if (!isStorable(slug)) return null;
  const found = await db().membership.findFirst({
    where: { userId, store: { slug } },
    include: { user: { select: { name: true } }, store: true },
  });
  if (!found) return null;
  const owner = await db().membership.findFirst({
    where: { storeId: found.storeId, role: "owner" },
    include: { user: { select: { name: true } } },
    orderBy: { createdAt: "asc" },
  });
  const { id, name, timezone } = found.store;
  const role = found.role as Role;
  return {
    ctx: { storeId: id, actor: { kind: "member", id: userId, name: found.user.name, role } },
    store: { id, slug, name, timezone, role },
    ownerName: owner?.user.name ?? null,
  };
}
