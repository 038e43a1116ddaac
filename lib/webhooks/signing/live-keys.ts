import { policyNow } from "@/lib/platform/clock";
import type { Prisma, Tx } from "@/lib/platform/db";

export type KeyRow = Prisma.EndpointKeyGetPayload<object>;

/** The endpoint's keys that are published now, newest first. While it signs by Ed25519, it signs with each of them. */
export async function liveKeys(tx: Tx, endpointId: string): Promise<KeyRow[]> {
  const now = await policyNow(tx);
  return tx.endpointKey.findMany({
    where: { endpointId, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}
