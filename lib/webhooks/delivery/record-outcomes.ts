import { setTimeout as sleep } from "node:timers/promises";
import { isPassing } from "@/lib/platform/database-error";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { announceStores } from "./announce-stores";
import { toRow, type Outcome } from "./outcome";
import { wakeEndpoints, type Wake } from "./wake-endpoints";

const bulkMax = 500;
/** Waited for more, unless there are that many: nobody waits for a record, and the next one costs a statement. */
const lingerMs = 5;
const largeBulk = 50;
const retryDelayMs = 500;
/** Longer than any lease: by then somebody else has the delivery. */
const giveUpMs = 120_000;

const queue: { outcome: Outcome; recorded: () => void }[] = [];
let isFlushing = false;

/** Records one outcome with whatever else is waiting. Resolves once it is written, or will never be. */
export function recordOutcome(outcome: Outcome): Promise<void> {
  return new Promise((recorded) => {
    queue.push({ outcome, recorded });
    if (!isFlushing) void flush();
  });
}

/** One bulk at a time: while it is written, the next one gathers. */
async function flush(): Promise<void> {
  isFlushing = true;
  while (queue.length > 0) {
    if (queue.length < largeBulk) await sleep(lingerMs);
    const bulk = queue.splice(0, bulkMax);
    await record(
      bulk.map(({ outcome }) => outcome),
      performance.now() + giveUpMs,
    );
    for (const { recorded } of bulk) recorded();
  }
  isFlushing = false;
}

async function record(outcomes: Outcome[], giveUpAtMs: number): Promise<void> {
  try {
    await write(outcomes);
  } catch (error) {
    if (isPassing(error)) return retryLater(outcomes, giveUpAtMs, error as Error);
    if (outcomes.length > 1) {
      const half = Math.ceil(outcomes.length / 2);
      await record(outcomes.slice(0, half), giveUpAtMs);
      return record(outcomes.slice(half), giveUpAtMs);
    }
    log.error({ err: error, delivery: outcomes[0]?.claim.deliveryId }, "an outcome cannot be recorded");
  }
}

async function retryLater(outcomes: Outcome[], giveUpAtMs: number, error: Error): Promise<void> {
  if (performance.now() > giveUpAtMs) {
    log.error({ err: error, outcomes: outcomes.length }, "outcomes were not recorded: the sweep takes over");
    return;
  }
  log.warn({ err: error.message, outcomes: outcomes.length }, "outcomes will be recorded again");
  await sleep(retryDelayMs);
  return record(outcomes, giveUpAtMs);
}

async function write(outcomes: Outcome[]): Promise<void> {
  const rows = JSON.stringify(outcomes.map(toRow));
  const wakes = await db().$queryRaw<{ wake: Wake }[]>`
    SELECT * FROM record_attempts(${rows}::jsonb) AS wake`;
  announceStores(outcomes.map(({ claim }) => claim.storeId));
  await wakeEndpoints(wakes.map(({ wake }) => wake));
}
