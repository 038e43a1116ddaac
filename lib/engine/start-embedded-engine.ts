import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { parseCronItem, type Task } from "graphile-worker";
import type { Pool } from "pg";
import { createPool } from "@/lib/platform/db";
import { answerSdk } from "./answer-sdk";
import type { EngineContext } from "./engine-context";
import { executeRun } from "./execute-run";
import { keepAlive } from "./keep-alive";
import { keepRunning } from "./keep-running";
import { keepTime } from "./keep-time";
import type { Sdk } from "./protocol/call-sdk";
import { cronTrigger, readFunctions, type EngineFunction } from "./protocol/read-functions";
import { defaultSettings, type EngineSettings } from "./settings";

/** Functions that share `slots` runs at once, apart from all others. */
export type Lane = { functions: string[]; slots: number };

export type EngineOptions = Partial<EngineSettings> & {
  sdk: Sdk;
  lanes: Lane[];
  /** Runs at once of the functions that are in no lane. */
  otherSlots: number;
  /** Functions started every so often instead of by their cron, which knows no less than a minute. */
  everyMs?: Record<string, number>;
};

export type Engine = {
  /** Waits until the queue is listened to; without a database, for as long as that takes. */
  ready: Promise<void>;
  /** Lets each run get to the end of its step, hands it back, and signs the process off. */
  stop: () => Promise<void>;
};

/** Starts the embedded engine. Throws when a function wants what only an Inngest server does. */
export async function startEmbeddedEngine(options: EngineOptions): Promise<Engine> {
  const functions = await readFunctions(options.sdk);
  const lanes = toLanes(options, functions);
  // Apart from the process's pool, so that waking up never queues behind what the functions do.
  const pool = createPool(lanes.length + Math.max(...lanes.map(({ slots }) => slots)));
  const engine: EngineContext = {
    sdk: options.sdk,
    pool,
    settings: { ...defaultSettings, ...options },
    functions: new Map(functions.flatMap((fn) => fn.triggers.map((trigger) => [trigger, fn] as const))),
    executions: new Map(),
    stopping: false,
  };
  options.sdk.connect(answerSdk(engine));
  const pools = new Set<string>();
  const runners = lanes.map((lane) => startLane(engine, lane, options, pools));
  const signOff = keepAlive(pool, engine.settings, { id: `${hostname()}-${randomUUID()}`, pools });
  const clocks = Object.entries(options.everyMs ?? {}).map(([id, periodMs]) => keepTime(pool, id, periodMs));

  return {
    ready: Promise.all(runners.map(({ ready }) => ready)).then(() => {}),
    async stop() {
      engine.stopping = true;
      await Promise.all([...clocks.map((stop) => stop()), ...runners.map((runner) => runner.stop())]);
      await signOff();
      await pool.end();
    },
  };
}

type FilledLane = { functions: EngineFunction[]; slots: number };

function toLanes(
  { lanes, otherSlots, everyMs = {} }: EngineOptions,
  functions: EngineFunction[],
): FilledLane[] {
  const named = new Set(lanes.flatMap((lane) => lane.functions));
  for (const id of [...named, ...Object.keys(everyMs)])
    if (!functions.some((fn) => fn.id === id))
      throw new Error(`The engine is told of "${id}", and there is no such function.`);
  return [
    ...lanes.map((lane) => ({
      ...lane,
      functions: functions.filter((fn) => lane.functions.includes(fn.id)),
    })),
    { functions: functions.filter((fn) => !named.has(fn.id)), slots: otherSlots },
  ].filter((lane) => lane.functions.length > 0);
}

function startLane(
  engine: EngineContext,
  lane: FilledLane,
  { everyMs = {} }: EngineOptions,
  pools: Set<string>,
) {
  return keepRunning({
    pool: engine.pool,
    slots: lane.slots,
    pollMs: engine.settings.pollMs,
    pools,
    tasks: Object.fromEntries(
      lane.functions.flatMap((fn) => fn.triggers.map((trigger) => [trigger, toTask(engine, fn, trigger)])),
    ),
    crons: lane.functions
      .filter((fn) => !(fn.id in everyMs))
      .flatMap((fn) => fn.crons.map((cron, n) => toCronItem(fn, cron, n))),
  });
}

function toCronItem(fn: EngineFunction, match: string, n: number) {
  return parseCronItem({
    task: cronTrigger(fn.id),
    match,
    identifier: `${fn.id}#${n}`,
    payload: { cron: match },
  });
}

/** A job wakes a run up; a job of the crontab makes one, whose id is its tick. */
function toTask(engine: EngineContext, fn: EngineFunction, trigger: string): Task {
  return async (payload) => {
    const job = payload as { run: string } | { cron: string; _cron: { ts: string } };
    if ("run" in job) await executeRun(engine, fn, job.run);
    else await startCronRun(engine.pool, trigger, job);
  };
}

async function startCronRun(
  pool: Pool,
  trigger: string,
  job: { cron: string; _cron: { ts: string } },
): Promise<void> {
  await pool.query(
    "SELECT engine_send($1, jsonb_build_object('cron', $2::text), $1 || '@' || $2 || '@' || $3)",
    [trigger, job.cron, job._cron.ts],
  );
}
