import { setTimeout as sleep } from "node:timers/promises";
import type { Ground } from "../ground/bench-ground";
import type { BenchStore } from "../ground/stores";
import type { LoadResult, Receipt } from "../processes/messages";
import { watchMemory, type MemoryUse } from "./memory";
import { percentiles, type Percentiles } from "./percentiles";
import { watchProcessor, type ProcessorUse } from "./processor";
import { readStatements, resetStatements, type StatementUse } from "./statements";

export type RunResult = {
  events: number;
  /** Committed → fully received, in milliseconds. */
  endToEnd: Percentiles;
  /** p95 of the first, second and last third of the run: whether it is stable. */
  p95ByThird: number[];
  /** Planned arrival → commit known: that the load kept up. */
  commit: Percentiles;
  deliveriesPerSecond: number;
  lost: number;
  doubled: number;
  statementsPerEvent: number;
  costliest: StatementUse["costliest"];
  processor: ProcessorUse | null;
  memory: MemoryUse | null;
};

export type RunPlan = {
  stores: BenchStore[];
  perSecond: number;
  seconds: number;
  /** At the same rate, and not measured. */
  warmUpSeconds?: number;
  /** The product's process, and what it is called in the table. */
  product: { name: string; pid: number };
};

/** Nothing more came for so long: what is missing then is lost. */
const silenceMs = 20_000;
const pollMs = 100;

/** Warms up, loads, waits for everything, and holds what came against what was committed. */
export async function measureRun(ground: Ground, plan: RunPlan): Promise<RunResult> {
  const { stores, product, warmUpSeconds = 3 } = plan;
  const warmUp = await loadFor(ground, { ...plan, seconds: warmUpSeconds });
  await allReceived(ground, expectedOf(stores, warmUp.committed));
  await takeReceipts(ground);
  await ground.client.query("CHECKPOINT");
  await resetStatements(ground.client);

  const used = watchProcesses(ground, product);
  const { committed, commitMs } = await loadFor(ground, plan);
  const expected = expectedOf(stores, committed);
  await allReceived(ground, expected);
  const use = used();
  const { count, costliest } = await readStatements(ground.client);
  return {
    events: committed.length,
    ...judge(expected, await takeReceipts(ground)),
    commit: percentiles(commitMs),
    // The event's own INSERT is the load's here, and a booking's in life.
    statementsPerEvent: round(count / committed.length + 1),
    costliest,
    ...use,
  };
}

/** Starts to watch; the function it returns tells what was used since. */
export function watchProcesses(ground: Ground, product: { name: string; pid: number }) {
  const processorUse = watchProcessor({
    [product.name]: product.pid,
    postgres: ground.database.postmasterPid,
    receiver: ground.receiver.pid,
    load: ground.load.pid,
  });
  const memoryUse = watchMemory(product.pid);
  return () => ({ processor: processorUse(), memory: memoryUse() });
}

const loadFor = ({ load, data }: Ground, { stores, perSecond, seconds }: RunPlan) =>
  load.ask<LoadResult>({ stores: stores.map(({ id }) => id), perSecond, seconds, data });

export async function takeReceipts({ receiver }: Ground): Promise<Receipt[]> {
  const { receipts } = await receiver.ask<{ receipts: Receipt[] }>({ kind: "take" });
  return receipts;
}

/** By delivery, when its event was committed. Endpoints that cannot answer are not waited for. */
export function expectedOf(stores: BenchStore[], committed: LoadResult["committed"]): Map<string, number> {
  const paths = new Map(stores.map(({ id, paths }) => [id, paths]));
  return new Map(
    committed.flatMap(([id, storeId, atMs]) =>
      (paths.get(storeId) ?? []).map((path): [string, number] => [`${id} ${path}`, atMs]),
    ),
  );
}

export async function allReceived(ground: Ground, expected: Map<string, number>): Promise<void> {
  let count = -1;
  for (let sinceMs = performance.now(); performance.now() - sinceMs < silenceMs; await sleep(pollMs)) {
    const answer = await ground.receiver.ask<{ count: number }>({ kind: "count" });
    if (answer.count >= expected.size) return;
    if (answer.count !== count) sinceMs = performance.now();
    count = answer.count;
  }
}

/** Holds what came against what was committed. */
export function judge(expected: Map<string, number>, receipts: Receipt[]) {
  const counts = new Map<string, number>();
  const times: { committedMs: number; tookMs: number }[] = [];
  for (const [id, path, atMs] of receipts) {
    const delivery = `${id} ${path}`;
    const committedMs = expected.get(delivery);
    if (committedMs === undefined) continue;
    const count = (counts.get(delivery) ?? 0) + 1;
    counts.set(delivery, count);
    if (count === 1) times.push({ committedMs, tookMs: atMs - committedMs });
  }
  times.sort((a, b) => a.committedMs - b.committedMs);
  const third = Math.ceil(times.length / 3);
  const thirds = [0, 1, 2].map((n) => times.slice(n * third, (n + 1) * third));
  const lastAtMs = times.reduce((last, { committedMs, tookMs }) => Math.max(last, committedMs + tookMs), 0);
  const spanMs = lastAtMs - (times[0]?.committedMs ?? 0);
  return {
    endToEnd: percentiles(times.map(({ tookMs }) => tookMs)),
    p95ByThird: thirds.map((part) => percentiles(part.map(({ tookMs }) => tookMs)).p95),
    deliveriesPerSecond: Math.round((times.length / spanMs) * 1000),
    lost: expected.size - counts.size,
    doubled: [...counts.values()].filter((count) => count > 1).length,
  };
}

const round = (value: number) => Math.round(value * 100) / 100;
