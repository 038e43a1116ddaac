import { env } from "@/lib/platform/env";
import { inTime } from "@/lib/platform/in-time";
import { log } from "@/lib/platform/log";
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
const blockedPollMs = 1_000;

type DrainOrder = {
  endpointId: string;
  /** The trigger's time; null when a run goes on with its next step. */
  dueAt: string | null;
  /** The run ends with this step whatever is left: a successor is triggered. */
  isLast: boolean;
  /**
   * Where slots are few: the step ends after this time. A drain that is busy by then makes room for others, and its successor
   * queues behind them; one that waits, for answers or for its rate, goes on by itself, since waiting takes nothing from anybody.
   */
  turnMs?: number;
};

/**
 * Attempts what is due at one endpoint until nothing is, and begins nothing after DRAIN_STEP_MS. The endpoint's row decides
 * that no other drain does so at the same time. Returns whether the run goes on.
 */
export async function drainEndpoint(order: DrainOrder): Promise<{ goesOn: boolean }> {
  const { turnMs = Infinity } = order;
  const drain = new Drain(order.endpointId);
  const first = await drain.start(order.dueAt);
  if (first.verdict === "over") return { goesOn: false };

  const isLast = order.isLast || turnMs < Infinity;
  const ended = drainUntilOver(drain, first, { ...order, isLast, turnMs });
  const stillOn = ended.then(
    () => {},
    (error: Error) => log.warn({ err: error.message }, "a drain broke off: the sweep takes over"),
  );
  const forget = onStop(() => {
    drain.tell("work");
    return stillOn;
  });
  void stillOn.finally(forget);
  return (await inTime(ended, turnMs)) ?? { goesOn: false };
}

async function drainUntilOver(
  drain: Drain,
  first: Note,
  { endpointId, isLast, turnMs }: Required<DrainOrder>,
): Promise<{ goesOn: boolean }> {
  let note = first;
  const renewing = setInterval(() => void renewQuietly(drain), renewMs);
  const forget = onWork(endpointId, () => drain.tell("work"));
  try {
    note = await attemptWhatIsDue(drain, note, turnMs);
  } finally {
    await drain.giveBack();
    // What a busy one still waits for has leases of its own, and must not keep the endpoint from its successor.
    if (turnMs === Infinity || !drain.isBusy) await drain.recorded();
    clearInterval(renewing);
    forget();
  }
  if (note.verdict === "go") note = await drain.release(!isLast && !isStopping());
  if (note.wake) await wakeEndpoints([note.wake]);
  return { goesOn: note.verdict === "again" };
}

/** Returns "over" when the endpoint has been released, "go" when the time is up. */
async function attemptWhatIsDue(drain: Drain, first: Note, turnMs: number): Promise<Note> {
  const startedMs = performance.now();
  const stepEndMs = startedMs + env().DRAIN_STEP_MS;
  let endMs = Math.min(stepEndMs, startedMs + turnMs);
  let note = first;
  let idleSinceMs: number | undefined;
  while (!isStopping() && !drain.isLost) {
    if (performance.now() >= endMs) {
      if (drain.isBusy || endMs === stepEndMs) break;
      endMs = stepEndMs;
    }
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
  if (!mayEnd) return lingerMs;
  const waitMs = Math.min(note.waitMs ?? 0, pollMs);
  // All that the endpoint may have at once is in other hands: a fan-out's, or those of the dead.
  return drain.limit === 0 ? Math.min(waitMs * 2 ** drain.fruitlessAsks, blockedPollMs) : waitMs;
}
