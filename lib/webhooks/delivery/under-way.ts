import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/platform/log";
import { onShutdown } from "@/lib/platform/shutdown";
import type { Claim } from "./claim";

/** How long a stop waits for requests that are out. */
const stopGraceMs = 6_000;

const attempts = new Map<Claim, { callOff: () => void; over: Promise<void> }>();
const stops = new Set<() => void | Promise<void>>();
let stopping = false;
let isHooked = false;

/** No attempt begins any more: what is claimed is given back. */
export const isStopping = (): boolean => stopping;

/** Counts an attempt among those that a stop waits for. */
export function begin(claim: Claim): { onStart: (callOff: () => void) => void; end: () => void } {
  hook();
  let end = () => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  const attempt = { callOff: () => {}, over };
  attempts.set(claim, attempt);
  return {
    onStart: (callOff) => (attempt.callOff = callOff),
    end: () => {
      attempts.delete(claim);
      end();
    },
  };
}

/** Cuts an attempt whose claim was lost: somebody else may be sending it. */
export const callOff = (claim: Claim): void => attempts.get(claim)?.callOff();

/** Has `stop` called when the process stops. Returns how to undo it. */
export function onStop(stop: () => void | Promise<void>): () => void {
  hook();
  stops.add(stop);
  return () => stops.delete(stop);
}

function hook(): void {
  if (isHooked) return;
  isHooked = true;
  onShutdown(stopDelivering);
}

/** Begins no more attempts, waits for those under way, and cuts what takes too long: it is recorded as interrupted. */
async function stopDelivering(): Promise<void> {
  stopping = true;
  const stopped = Promise.all([...stops].map((stop) => stop()));
  const over = Promise.all([...attempts.values()].map((attempt) => attempt.over));
  const isInTime = await Promise.race([over.then(() => true), sleep(stopGraceMs, false, { ref: false })]);
  if (!isInTime) {
    log.warn({ attempts: attempts.size }, "attempts under way are cut off");
    for (const attempt of attempts.values()) attempt.callOff();
  }
  await Promise.all([stopped, over]);
}
