import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  Logger,
  run,
  type ParsedCronItem,
  type Runner,
  type RunnerOptions,
  type TaskList,
} from "graphile-worker";
import type { Pool } from "pg";
import { log } from "@/lib/platform/log";

const restartDelayMs = 1_000;
/** A pool that has given up may wait for ever for what it could not write: it is left behind. */
const giveUpMs = 5_000;

type Options = {
  pool: Pool;
  tasks: TaskList;
  /** Jobs at once. */
  slots: number;
  pollMs: number;
  crons: ParsedCronItem[];
  /** Pools of workers that this process has. graphile-worker locks jobs in their names. */
  pools: Set<string>;
};

/**
 * Keeps a graphile-worker runner going: when the database goes away it gives up, and is started anew until it is back.
 * Returns how to stop it, which waits for the jobs under way.
 */
export function keepRunning(options: Options): { ready: Promise<void>; stop: () => Promise<void> } {
  const stopping = new AbortController();
  let runner: Runner | undefined;
  let markReady = () => {};
  const ready = new Promise<void>((resolve) => (markReady = resolve));

  const loop = async () => {
    while (!stopping.signal.aborted) {
      const events = new EventEmitter();
      try {
        runner = await run(toRunnerOptions(options, events));
        markReady();
        if (stopping.signal.aborted) return await runner.stop();
        await Promise.race([runner.promise, gaveUp(events, stopping.signal)]);
      } catch (error) {
        log.warn({ err: (error as Error).message }, "the queue is interrupted and will be taken up again");
      }
      await sleep(restartDelayMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const looping = loop();

  return {
    ready,
    async stop() {
      stopping.abort();
      await runner?.stop().catch(() => {});
      await looping;
    },
  };
}

function toRunnerOptions(
  { pool, tasks, slots, pollMs, crons, pools }: Options,
  events: EventEmitter,
): RunnerOptions {
  events.on("pool:create", ({ workerPool }) => pools.add(workerPool.id));
  events.on("pool:release", ({ workerPool }) => pools.delete(workerPool.id));
  return {
    pgPool: pool,
    taskList: tasks,
    concurrency: slots,
    pollInterval: pollMs,
    parsedCronItems: crons,
    noHandleSignals: true,
    logger,
    events,
    // In batches a completion that cannot be written ends the pool; else it would be an unhandled rejection.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
}

async function gaveUp(events: EventEmitter, stopped: AbortSignal): Promise<void> {
  await new Promise((resolve) => events.once("pool:gracefulShutdown", resolve));
  await sleep(giveUpMs, undefined, { signal: stopped }).catch(() => {});
}

/** graphile-worker says each job twice: only its warnings are news. */
const logger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") log.warn({ queue: message }, "queue");
  else log.trace({ queue: message }, "queue");
});
