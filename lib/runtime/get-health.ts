import { configuredEngine, inngest } from "@/lib/inngest";
import { pool } from "@/lib/platform/db";
import { inTime } from "@/lib/platform/in-time";
import { log } from "@/lib/platform/log";

export type Health = {
  healthy: boolean;
  database: "reachable" | "unreachable";
  engine: "embedded" | "inngest";
  /** A process that runs the embedded engine was heard of in the last 30 s, or the Inngest server answers. */
  engineAlive: boolean;
  /** Age of the oldest event that is not yet fanned out, or has a delivery never attempted; null when there is none. */
  oldestUndeliveredSeconds: number | null;
};

const patienceMs = 2_500;

let underWay: Promise<Health> | undefined;

/** Never throws, and answers within three seconds. Anybody may ask: those who ask at once share one answer. */
export const getHealth = (): Promise<Health> => (underWay ??= judge().finally(() => (underWay = undefined)));

async function judge(): Promise<Health> {
  const [rows, server] = await Promise.all([
    heard(readRows()),
    configuredEngine === "inngest" ? heard(isServerUp()) : undefined,
  ]);
  const engineAlive = configuredEngine === "inngest" ? server === true : rows?.alive === true;
  return {
    healthy: rows !== undefined && engineAlive,
    database: rows ? "reachable" : "unreachable",
    engine: configuredEngine,
    engineAlive,
    oldestUndeliveredSeconds: rows?.oldest_seconds ?? null,
  };
}

/** Each branch is the condition of a partial index: this is asked often, and the tables are large. */
const undelivered = `
  SELECT created_at FROM event WHERE sequence IS NULL AND set_aside IS NULL AND fanned_out_at IS NULL
  UNION ALL SELECT created_at FROM event WHERE sequence IS NOT NULL AND fanned_out_at IS NULL
  UNION ALL SELECT created_at FROM delivery WHERE due_at IS NOT NULL AND claim_id IS NULL AND status = 'pending'
  UNION ALL SELECT created_at FROM delivery WHERE claim_id IS NOT NULL AND status = 'pending'`;

async function readRows() {
  const { rows } = await pool().query<{ alive: boolean; oldest_seconds: number | null }>(`
    SELECT EXISTS (SELECT 1 FROM engine_process WHERE heartbeat_at > clock_timestamp() - interval '30 s') AS alive,
      (SELECT floor(extract(epoch FROM policy_now() - min(created_at)))::int FROM (${undelivered}) AS open
      ) AS oldest_seconds`);
  return rows[0];
}

async function isServerUp(): Promise<true> {
  await fetch(new URL("/health", inngest.apiBaseUrl), { signal: AbortSignal.timeout(patienceMs) });
  return true;
}

/** Undefined where it fails, or takes longer than anybody waits. */
async function heard<T extends object | true>(work: Promise<T | undefined>): Promise<T | undefined> {
  try {
    const answer = await inTime(work, patienceMs);
    if (answer === undefined) log.warn({ err: `no answer within ${patienceMs} ms` }, "health check");
    return answer;
  } catch (error) {
    log.warn({ err: (error as Error).message }, "health check");
    return undefined;
  }
}
