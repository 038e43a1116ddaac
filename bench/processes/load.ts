/** Commits events as booking verbs do, by one INSERT each and the product's nudge, in a process of its own. */
import pg from "pg";
import { newTypeId } from "@/lib/platform/ids";
import { monotonicMs } from "../measure/monotonic";
import { answerQuestions } from "./answer-questions";
import { arrivals } from "./arrivals";
import type { LoadResult, LoadRun } from "./messages";

const connectionString = process.env.BENCH_LOAD_URL;
const pool = new pg.Pool({ connectionString, max: 30 });
const nudger = new pg.Pool({ connectionString, max: 1 });
const nudgeEveryMs = 5;
const insert = {
  name: "record",
  text: `INSERT INTO event (id, store_id, type, subject_id, subject_name, ordering_key, data, created_at)
    VALUES ($1, $2, 'appointment.created', gen_random_uuid(), '1001', $1, $3, policy_now())`,
};

let nudging: NodeJS.Timeout | undefined;
let isWanted = false;
/** As lib/events/nudge.ts: at once, and what comes in the 5 ms after it by one more. */
function nudge(): void {
  if (nudging) isWanted = true;
  else notify();
}
function notify(): void {
  isWanted = false;
  nudging = setTimeout(() => {
    nudging = undefined;
    if (isWanted) notify();
  }, nudgeEveryMs);
  void nudger.query("NOTIFY opencals_nudge");
}

async function run({ stores, perSecond, seconds, data }: LoadRun): Promise<LoadResult> {
  const result: LoadResult = { committed: [], commitMs: [] };
  const open: Promise<void>[] = [];
  let count = 0;
  const commit = async (plannedMs: number, storeId: string) => {
    const id = newTypeId("evt");
    await pool.query({ ...insert, values: [id, storeId, data] });
    const atMs = monotonicMs();
    nudge();
    result.committed.push([id, storeId, atMs]);
    result.commitMs.push(atMs - plannedMs);
  };
  await arrivals(perSecond, seconds, (plannedMs) => {
    open.push(commit(plannedMs, stores[count++ % stores.length]!));
  });
  await Promise.all(open);
  return result;
}

await Promise.all(Array.from({ length: 10 }, () => pool.query("SELECT 1")));
answerQuestions({ ready: true }, run);
