import pg from "pg";
import { env } from "@/lib/platform/env";

const intervalMs = 5;

type Nudger = {
  /** Set while a relay runs in this process. */
  wakeRelay?: (() => void) | undefined;
  timer?: NodeJS.Timeout | undefined;
  client?: Promise<pg.Client> | undefined;
};
const shared = globalThis as typeof globalThis & { opencalsNudger?: Nudger };
const nudger = (shared.opencalsNudger ??= {});

/** Tells the relay that something was recorded: in process where it runs here, else by NOTIFY, at most one each 5 ms. */
export function nudgeRelay(): void {
  if (nudger.wakeRelay) return nudger.wakeRelay();
  nudger.timer ??= setTimeout(() => {
    nudger.timer = undefined;
    void notify();
  }, intervalMs).unref();
}

/** From now on nudges in this process call `wake`. Returns how to undo it. */
export function onNudge(wake: () => void): () => void {
  nudger.wakeRelay = wake;
  return () => {
    if (nudger.wakeRelay === wake) nudger.wakeRelay = undefined;
  };
}

/** On a connection of its own: within a commit, or behind a busy pool, it would cost the booking or come late. */
async function notify(): Promise<void> {
  try {
    const client = await (nudger.client ??= connect());
    await client.query("NOTIFY opencals_nudge");
  } catch {
    // The sweep finds what a lost nudge did not announce.
    nudger.client = undefined;
  }
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, connectionTimeoutMillis: 5_000 });
  const lost = () => (nudger.client = undefined);
  client.on("error", lost).on("end", lost);
  await client.connect();
  client.unref();
  return client;
}

/** Closes the connection on which nudges are sent. */
export async function stopNudging(): Promise<void> {
  clearTimeout(nudger.timer);
  const client = await nudger.client?.catch(() => undefined);
  nudger.client = undefined;
  await client?.end();
}
