import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { log } from "@/lib/platform/log";
import { cronTrigger } from "./protocol/read-functions";

const retryMs = 1_000;

/**
 * Starts a function every `periodMs` by the database's clock: once per tick however many processes keep time, because the
 * tick is the trigger's id. Missed ticks are not made up for. Returns how to stop.
 */
export function keepTime(pool: Pool, functionId: string, periodMs: number): () => Promise<void> {
  const stopping = new AbortController();
  const loop = async () => {
    let waitMs = 0;
    while (!stopping.signal.aborted) {
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      waitMs = await tick(pool, functionId, periodMs).catch((error: Error) => {
        log.warn({ err: error.message, function: functionId }, "a tick failed");
        return retryMs;
      });
    }
  };
  const looping = loop();
  return async () => {
    stopping.abort();
    await looping;
  };
}

/** Sends the current tick's trigger and tells how long it is to the next. */
async function tick(pool: Pool, functionId: string, periodMs: number): Promise<number> {
  const { rows } = await pool.query<{ left_ms: number }>(
    `WITH clock AS MATERIALIZED (SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS ms)
     SELECT ($2::bigint - ms % $2::bigint)::int AS left_ms,
       engine_send($1, jsonb_build_object('cron', $3::text), $1 || '@' || ms / $2::bigint)
     FROM clock`,
    [cronTrigger(functionId), periodMs, `every ${periodMs} ms`],
  );
  return rows[0]?.left_ms ?? retryMs;
}
