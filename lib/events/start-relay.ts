import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/platform/db";
import { ChannelListener } from "@/lib/platform/listen";
import { log } from "@/lib/platform/log";
import { onNudge } from "./nudge";
import { perStoreMax, relayEvents, type RelayOptions } from "./relay-events";

/** Waited after a nudge, so that a batch gathers: each costs nine statements, however many events it has. */
const lingerMs = 10;
/** After so long without an event it is not waited for others. */
const quietMs = 100;
const retryMs = 1_000;
/** Batches handed over and not fanned out: beyond these, events gather into larger batches instead. */
const inFlightMax = 6;
const inFlightPollMs = 10;
/** A dead engine does not stop the relay: what it was given, the sweep hands over again. */
const inFlightWaitMs = 1_000;

/**
 * Relays events as they are recorded, by this process and by others. Started in each process that runs the engine: one call
 * works at a time, by a lock. Returns how to stop it, after the call that is on.
 */
export function startRelay(options: RelayOptions): () => Promise<void> {
  let isWanted = false;
  let isStopped = false;
  let running: Promise<void> | undefined;
  let inFlight: string[] = [];
  let lastTakenMs = -Infinity;

  const wake = () => {
    isWanted = true;
    if (!isStopped) running ??= run();
  };

  async function run(): Promise<void> {
    while (isWanted && !isStopped) {
      if (performance.now() - lastTakenMs < quietMs) await sleep(lingerMs);
      try {
        inFlight = await withRoom(inFlight);
        // What is recorded from here on may be missed by the call: it has to ask for another one.
        isWanted = false;
        const taken = await relayEvents(options);
        if (taken.length > 0) lastTakenMs = performance.now();
        if (taken[0]) inFlight.push(taken[0]);
        if (taken.length >= perStoreMax) isWanted = true;
      } catch (error) {
        log.warn({ err: (error as Error).message }, "events could not be relayed");
        setTimeout(wake, retryMs).unref();
        break;
      }
    }
    running = undefined;
  }

  const listener = new ChannelListener(wake);
  void listener.on("opencals_nudge", wake);
  const forget = onNudge(wake);
  wake();
  return async () => {
    isStopped = true;
    forget();
    await Promise.all([running, listener.close()]);
  };
}

/** Batches, by their first positions, that are still in flight; waits until there is room for another one. */
async function withRoom(batches: string[]): Promise<string[]> {
  const untilMs = performance.now() + inFlightWaitMs;
  let left = batches;
  while (left.length >= inFlightMax) {
    const rows = await db().$queryRaw<{ position: string }[]>`
      SELECT position::text FROM event
      WHERE position = ANY (${left}::text[]::bigint[]) AND fanned_out_at IS NULL ORDER BY event.position`;
    left = rows.map(({ position }) => position);
    if (left.length < inFlightMax) break;
    if (performance.now() > untilMs) return [];
    await sleep(inFlightPollMs);
  }
  return left;
}
