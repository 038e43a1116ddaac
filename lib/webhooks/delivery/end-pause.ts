import type { Tx } from "@/lib/platform/db";

/** Forgets that the endpoint asked for time. The caller holds its row, and wakes it. */
export async function endPause(tx: Tx, endpointId: string): Promise<void> {
  await tx.endpointWork.update({ where: { endpointId }, data: { pausedUntil: null, slowDowns: 0 } });
}
