import type { PlannedAttempt } from "../contract";
import { retryDelaysSeconds } from "../delivery/retry-policy";

export type Plannable = {
  status: string;
  attempts: number;
  ladder: number;
  dueAt: Date | null;
  lastAttemptAt: Date | null;
};

/**
 * The attempts to come if all of them fail: the next one when it is due, the others after the delays of the ladder, which
 * each may move by a tenth. A delivery that is settled but due again has one attempt by hand.
 */
export function planAttempts(delivery: Plannable): { plan: PlannedAttempt[]; attemptsMax: number } {
  const { status, attempts, ladder, dueAt, lastAttemptAt } = delivery;
  const planned = Math.max(attempts, retryDelaysSeconds.length + 1);
  if (!dueAt) return { plan: [], attemptsMax: status === "exhausted" ? attempts : planned };
  const isOnLadder = status === "pending" || status === "failed";
  const laterDelays = isOnLadder ? retryDelaysSeconds.slice(ladder) : [];
  const sinceLast = lastAttemptAt ? Math.round((dueAt.getTime() - lastAttemptAt.getTime()) / 1000) : 0;
  const plan = [{ number: attempts + 1, at: dueAt.toISOString(), afterSeconds: Math.max(0, sinceLast) }];
  let atMs = dueAt.getTime();
  for (const [index, afterSeconds] of laterDelays.entries()) {
    atMs += afterSeconds * 1000;
    plan.push({ number: attempts + 2 + index, at: new Date(atMs).toISOString(), afterSeconds });
  }
  return { plan, attemptsMax: isOnLadder ? attempts + plan.length : planned };
}
