import { db } from "@/lib/platform/db";
import { findSession, type SignedIn } from "./find-session";

/** Which support agent is signed in by this session; null once it ended, is a portal's, or they are no agent any more. */
export async function findSupportSession(sessionId: string): Promise<SignedIn | null> {
  const session = await findSession(sessionId, "support");
  if (!session) return null;
  const agent = await db().supportAgent.findUnique({ where: { userId: session.user.id } });
  return agent && session;
}
