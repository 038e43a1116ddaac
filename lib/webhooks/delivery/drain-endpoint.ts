import { env } from "@/lib/platform/env";
import type { Note } from "./claim";
import { Drain, renewQuietly } from "./drain";
import { isStopping, onStop } from "./under-way";
import { onWork, wakeEndpoints } from "./wake-endpoints";

/** The row is held for 12 s: a dead drain keeps its endpoint no longer. */
const renewMs = 4_000;
/** A drain without work waits so long for more before it ends. */
const lingerMs = 50;
/** How late it hears of work that another process has made due. */
const pollMs = 250;

type DrainOrder = {
  endpointId: string;
  /** The trigger's time; null when a run goes on with its next step. */
  dueAt: string | null;
  /** The run ends with this step whatever is left: a successor is triggered. */
  isLast: boolean;
};

/**
 * Attempts what is due at one endpoint until nothing is, and begins nothing after DRAIN_STEP_MS. The endpoint's row decides
 * that no other drain does so at the same time. Returns whether the run goes on.
 */
export async function drainEndpoint({ endpointId, dueAt, isLast }: DrainOrder): Promise<{ goesOn: boolean }> {
  const endMs = performance.now() + env().DRAIN_STEP_MS;
  const drain = new Drain(endpointId);
  let note = await drain.start(dueAt);
  if (note.verdict === "over") return { goesOn: false };

  const renewing = setInterval(() => void renewQuietly(drain), renewMs);
  const undo = [onWork(endpointId, () => drain.tell("work")), onStop(() => drain.tell("work"))];
  try {
    note = await attemptWhatIsDue(drain, note, endMs);
  } finally {
    await drain.settle();
    clearInterval(renewing);
    for (const forget of undo) forget();
  }
  if (note.verdict === "go") note = await drain.release(!isLast && !isStopping());
  if (note.wake) await wakeEndpoints([note.wake]);
  return { goesOn: note.verdict === "again" };
}

/** Returns "over" when the endpoint has been released, "go" when the time is up. */
async function attemptWhatIsDue(drain: Drain, first: Note, endMs: number): Promise<Note> {
  let note = first;
  let idleSinceMs: number | undefined;
  while (performance.now() < endMs && !isStopping() && !drain.isLost) {
    drain.begin();
    if (!drain.isIdle) idleSinceMs = undefined;
    else idleSinceMs ??= performance.now();
    const mayEnd = () => idleSinceMs !== undefined && performance.now() - idleSinceMs >= lingerMs;

    if (!drain.isHungry) {
      const isPaced = drain.untilSlotMs > 0;
      const news = await drain.wait(Math.min(patienceMs(drain, note, mayEnd()), endMs - performance.now()));
      if (news === "ended" || (news === "time" && isPaced)) continue;
    }
    note = await drain.next(mayEnd());
    if (note.verdict === "over") return note;
  }
  return note;
}

/** How long until it is worth asking again, unless there are news. */
function patienceMs(drain: Drain, note: Note, mayEnd: boolean): number {
  if (drain.isFull) return renewMs;
  if (!drain.isIdle) return Math.min(drain.untilSlotMs || pollMs, pollMs);
  return mayEnd ? Math.min(note.waitMs ?? 0, pollMs) : lingerMs;
}
