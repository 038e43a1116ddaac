import { log } from "./log";

type Stop = () => void | Promise<void>;
const shared = globalThis as typeof globalThis & { opencalsStops?: Set<Stop> };
const stops = (shared.opencalsStops ??= new Set());

/**
 * Has `stop` called once when this process is told to end, before the engine and the database are let go: to close streams
 * that would keep the server open, to give claims back. Returns how to forget it.
 */
export function onShutdown(stop: Stop): () => void {
  stops.add(stop);
  return () => stops.delete(stop);
}

/** Calls everything that registered, all at once. One that fails does not keep the others from stopping. */
export async function runShutdownHooks(): Promise<void> {
  const called = [...stops];
  stops.clear();
  const results = await Promise.allSettled(called.map(async (stop) => stop()));
  for (const result of results)
    if (result.status === "rejected") log.error({ err: result.reason }, "a shutdown hook failed");
}
