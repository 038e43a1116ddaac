import { relayEvents, sendSequenced, type RelayOptions } from "@/lib/events";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { wakeEndpoints, type Wake } from "./wake-endpoints";

const batchesMax = 20;
const batchMax = 500;
const claimsMax = 2_000;
const endpointsMax = 1_000;

/**
 * Finds what a lost trigger or a dead process left behind, and sets it going again: events without a sequence, or handed
 * over and never fanned out; claims of the dead; endpoints with due work and no drain. Also judges endpoints that have failed
 * for long. Cheap when there is nothing.
 */
export async function sweepWebhooks(options: RelayOptions): Promise<void> {
  for (let round = 0; round < batchesMax; round++) {
    const taken = await relayEvents(options);
    if (taken.length === 0) break;
  }
  for (let round = 0; round < batchesMax; round++) {
    const positions = await handOverAgain();
    if (positions.length < batchMax) break;
  }
  const freed = await db().$queryRaw<{ wake: Wake }[]>`
    SELECT * FROM sweep_dead_claims(${claimsMax}::int) AS wake`;
  const judged = await db().$queryRaw<{ wake: Wake }[]>`
    SELECT * FROM sweep_failing(${endpointsMax}::int) AS wake`;
  const unattended = await db().$queryRaw<{ wake: Wake }[]>`
    SELECT * FROM sweep_due(${endpointsMax}::int) AS wake`;
  await wakeEndpoints([...freed, ...judged, ...unattended].map(({ wake }) => wake));
}

async function handOverAgain(): Promise<string[]> {
  const rows = await db().$queryRaw<{ position: string }[]>`
    SELECT position::text FROM sweep_hand_overs(${batchMax}::int) AS position`;
  const positions = rows.map(({ position }) => position);
  if (positions.length === 0) return positions;
  log.warn({ events: positions.length }, "events were not fanned out in time and are handed over again");
  await sendSequenced(positions);
  return positions;
}
