import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { monotonicMs } from "../measure/monotonic";

/** Calls `arrive` with each planned time of a Poisson process, and never waits for what it does. */
export async function arrivals(
  perSecond: number,
  seconds: number,
  arrive: (plannedMs: number) => void,
): Promise<void> {
  let nextMs = monotonicMs();
  const endMs = nextMs + seconds * 1000;
  while (nextMs < endMs) {
    const waitMs = nextMs - monotonicMs();
    if (waitMs > 0) await sleep(waitMs);
    else await setImmediate();
    for (const nowMs = monotonicMs(); nextMs <= nowMs && nextMs < endMs;) {
      arrive(nextMs);
      nextMs += (-Math.log(1 - Math.random()) * 1000) / perSecond;
    }
  }
}
