import { db } from "@/lib/platform/db";

/** Ends a session at its next request, in every copy of its cookie. */
export async function revokeSession(sessionId: string): Promise<void> {
  await db().session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}
