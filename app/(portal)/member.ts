import { notFound } from "next/navigation";
import { cache } from "react";
import { requireOwnOrigin } from "@/app/(auth)/own-origin";
import { requireSignedIn } from "@/app/(auth)/signed-in";
import { findMembership, type Membership, type SignedIn } from "@/lib/identity";

export type Member = Membership & { user: SignedIn["user"] };

/** Who looks at this store's page, judged anew at each request. A store of others is not found. */
export const currentMember = cache(async (slug: string): Promise<Member> => {
  const { user } = await requireSignedIn();
  const membership = await findMembership(user.id, slug);
  return membership ? { ...membership, user } : notFound();
});

/** The same for a server action, which must have come from a page of ours; what it is called with may be anything. */
export async function actingMember(slug: unknown): Promise<Member> {
  await requireOwnOrigin();
  return typeof slug === "string" ? currentMember(slug) : notFound();
}
