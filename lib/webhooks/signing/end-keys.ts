import type { Tx } from "@/lib/platform/db";

type Owner = { storeId: string; id: string };

/** Lets every key of the endpoint end at `expiresAt`, or when it was to end before; forgets those that ended before `now`. */
export async function endKeys(tx: Tx, { storeId, id: endpointId }: Owner, now: Date, expiresAt: Date) {
  await tx.endpointKey.deleteMany({ where: { storeId, endpointId, expiresAt: { lte: now } } });
  await tx.endpointKey.updateMany({
    where: { storeId, endpointId, OR: [{ expiresAt: null }, { expiresAt: { gt: expiresAt } }] },
    data: { expiresAt },
  });
}
