import pg from "pg";
import { env } from "@/lib/platform/env";

const intervalMs = 5;

type Nudger = {
  /** Set while a relay runs in this process. */
  wakeRelay?: (() => void) | undefined;
  timer?: NodeJS.Timeout | undefined;
  isWanted?: boolean;
  pool?: pg.Pool | undefined;
};
const shared = globalThis as typeof globalThis & { opencalsNudger?: Nudger };
const nudger = (shared.opencalsNudger ??= {});

/** Tells the relay that something was recorded: in process where it runs here, else by NOTIFY, at most one each 5 ms. */
export function nudgeRelay(): void {
  if (nudger.wakeRelay) return nudger.wakeRelay();
  if (nudger.timer) nudger.isWanted = true;
  else notify();
}

/** At once; what is recorded in the 5 ms after it is announced by one more. */
function notify(): void {
  nudger.isWanted = false;
  nudger.timer = setTimeout(() => {
    nudger.timer = undefined;
    if (nudger.isWanted) notify();
  }, intervalMs).unref();
  // A lost nudge costs seconds: the sweep finds what it did not announce.
  connection()
    .query("NOTIFY opencals_nudge")
    .catch(() => {});
}

/** From now on nudges in this process call `wake`. Returns how to undo it. */
export function onNudge(wake: () => void): () => void {
  nudger.wakeRelay = wake;
  return () => {
    if (nudger.wakeRelay === wake) nudger.wakeRelay = undefined;
  };
}

/** One of its own: within a commit a NOTIFY would cost the booking, and behind a busy pool it would come late. */
function connection(): pg.Pool {
  if (nudger.pool) return nudger.pool;
  nudger.pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
  });
  return nudger.pool.on("error", () => {}).on("connect", (client) => client.on("error", () => {}));
}
