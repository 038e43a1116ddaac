import { onShutdown } from "@/lib/platform/shutdown";
import { Connection } from "./connection";
import type { Dial } from "./open-socket";
import type { Target } from "./parse-target";

/** Connections of one endpoint, kept while its URL stays and while it is used. */
type Kept = { url: string; idle: Connection[]; usedMs: number };

const forgetAfterMs = 60_000;
const kept = new Map<string, Kept>();
let sweptMs = 0;

/**
 * The connection used last, which is the likeliest to be still open, or a new one. How many there are at once is the cap of
 * the endpoint, which its claims enforce across processes; undici closes a socket that was idle for 4 s.
 */
export function takeConnection(endpointId: string, target: Target, dial?: Dial): Connection {
  const now = performance.now();
  if (now - sweptMs > forgetAfterMs) forgetUnused(now);
  const known = kept.get(endpointId);
  if (known?.url === target.url.href) {
    known.usedMs = now;
    return known.idle.pop() ?? new Connection(target, dial);
  }
  if (known) closeIdle(known);
  onShutdown(closePools);
  kept.set(endpointId, { url: target.url.href, idle: [], usedMs: now });
  return new Connection(target, dial);
}

/** Takes back a connection whose last answer was read to its end. */
export function keepConnection(endpointId: string, connection: Connection): void {
  const known = kept.get(endpointId);
  if (known?.url === connection.target.url.href) known.idle.push(connection);
  else void connection.close();
}

/** Closes what is idle, and what is under way as soon as it has ended. */
export async function closePools(): Promise<void> {
  const all = [...kept.values()];
  kept.clear();
  await Promise.all(all.flatMap(closeIdle));
}

function forgetUnused(now: number): void {
  sweptMs = now;
  for (const [endpointId, one] of kept) {
    if (now - one.usedMs < forgetAfterMs) continue;
    kept.delete(endpointId);
    closeIdle(one);
  }
}

const closeIdle = ({ idle }: Kept) => idle.splice(0).map((connection) => connection.close());
