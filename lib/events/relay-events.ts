import { isRefused } from "@/lib/platform/database-error";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { sendTriggers } from "@/lib/platform/trigger";

const batchMax = 500;
/** Of one store while others wait. */
export const perStoreMax = 100;

export type RelayOptions = {
  /** The engine's queue is in this database, so that the hand-over is part of the call; else it follows the commit. */
  embedded: boolean;
};

/**
 * Gives the next batch of events their sequence and bodies and hands it over. Returns the positions it took; none when
 * nothing waits. An event that the database refuses is set aside, and the rest of its batch goes on without it.
 */
export async function relayEvents(options: RelayOptions): Promise<string[]> {
  try {
    return await relay(options, null);
  } catch (error) {
    if (!isRefused(error)) throw error;
    const rows = await db().$queryRaw<{ position: string }[]>`
      SELECT position::text FROM events_to_relay(${batchMax}::int, ${perStoreMax}::int) AS position`;
    return relayHalves(
      options,
      rows.map(({ position }) => position),
    );
  }
}

/** Starts the fan-out of sequenced events. */
export async function sendSequenced(positions: string[]): Promise<void> {
  await sendTriggers(db(), [{ name: "webhooks/events.sequenced", data: { positions } }]);
}

async function relay({ embedded }: RelayOptions, chosen: string[] | null): Promise<string[]> {
  const [row] = await db().$queryRaw<{ taken: string[] }[]>`
    SELECT relay_events(${batchMax}::int, ${perStoreMax}::int, ${embedded}, ${chosen}::text[]::bigint[])::text[] AS taken`;
  const taken = row?.taken ?? [];
  if (!embedded && taken.length > 0) await handOver(taken);
  return taken;
}

/** Left to right, so that a store's events keep their order around the one that is set aside. */
async function relayHalves(options: RelayOptions, positions: string[]): Promise<string[]> {
  try {
    return await relay(options, positions);
  } catch (error) {
    if (!isRefused(error)) throw error;
    if (positions.length === 1) return setAside(positions[0] ?? "", error as Error);
    const half = Math.ceil(positions.length / 2);
    return [
      ...(await relayHalves(options, positions.slice(0, half))),
      ...(await relayHalves(options, positions.slice(half))),
    ];
  }
}

async function setAside(position: string, error: Error): Promise<string[]> {
  const reason = error.message.trim().split("\n").at(-1);
  log.error({ position, reason }, "an event cannot be relayed and is set aside: somebody has to look");
  await db().$executeRaw`
    UPDATE event SET set_aside = ${reason} WHERE position = ${position}::bigint AND sequence IS NULL`;
  return [];
}

/** After the commit: an Inngest server does not take part in it. What is not sent is the sweep's. */
async function handOver(positions: string[]): Promise<void> {
  try {
    await sendSequenced(positions);
    await db().$executeRaw`
      UPDATE event SET handed_over_at = clock_timestamp(), hand_overs = 1
      WHERE position = ANY (${positions}::text[]::bigint[])`;
  } catch (error) {
    log.warn({ err: (error as Error).message, events: positions.length }, "events were not handed over");
  }
}
