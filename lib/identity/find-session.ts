import { db } from "@/lib/platform/db";
import { Uuid } from "@/lib/platform/ids";
import type { Realm } from "./sign-in";

export type SignedIn = { sessionId: string; user: { id: string; name: string; email: string } };

/** Who is signed in by this session; null once it was revoked, has expired, or belongs to another realm. */
export async function findSession(sessionId: string, realm: Realm): Promise<SignedIn | null> {
  if (!Uuid.safeParse(sessionId).success) return null;
  const session = await db().session.findFirst({
    where: { id: sessionId, realm, revokedAt: null, expiresAt: { gt: new Date() } },
    include: { user: { select: { id: true, name: true, email: true } } },
  });
  return session && { sessionId, user: session.user };
}
