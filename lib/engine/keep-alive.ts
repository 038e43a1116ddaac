import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { log } from "@/lib/platform/log";
import type { EngineSettings } from "./settings";

/** Rows forgotten per heartbeat and kind: bounded, and more than runs can end in the meantime. */
const pruneMax = 10_000;

type Process = { id: string; pools: Set<string> };

/**
 * Says that this process lives, takes over what silent ones had in hand, and forgets what has ended. Returns how to stop,
 * which signs the process off.
 */
export function keepAlive(pool: Pool, settings: EngineSettings, process: Process): () => Promise<void> {
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await beat(pool, settings, process).catch((error: Error) =>
        log.warn({ err: error.message }, "the engine's heartbeat failed"),
      );
      await sleep(settings.heartbeatMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const looping = loop();
  return async () => {
    stopping.abort();
    await looping;
    await pool.query("DELETE FROM engine_process WHERE id = $1", [process.id]).catch(() => {});
  };
}

async function beat(pool: Pool, settings: EngineSettings, { id, pools }: Process): Promise<void> {
  const silence = `${settings.silenceMs} ms`;
  const { rows } = await pool.query<{ unbroken: boolean }>(
    "SELECT engine_heartbeat($1, $2, $3::interval) AS unbroken",
    [id, [...pools], silence],
  );
  if (rows[0]?.unbroken) {
    const taken = await pool.query<{ runs: number }>("SELECT engine_take_over($1::interval) AS runs", [
      silence,
    ]);
    const runs = taken.rows[0]?.runs ?? 0;
    if (runs > 0) log.warn({ runs }, "took over runs of a process that died");
  }
  await pool.query("SELECT engine_prune($1::interval, $2::interval, $3)", [
    `${settings.keepCompletedMs} ms`,
    `${settings.keepFailedMs} ms`,
    pruneMax,
  ]);
}
