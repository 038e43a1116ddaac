import type { PlannedAttempt } from "./shapes";

export type Plannable = {
  status: string;
  attempts: number;
  ladder: number;
  dueAt: Date | null;
  /** While a resend is due: when the ladder's next attempt is. */
  plannedAt: Date | null;
  lastAttemptAt: Date | null;
  /** An example: sent once. */
  isTest: boolean;
  /** Seconds, of its endpoint. */
  retryDelays: number[];
};

/**
 * The attempts to come if all of them fail: the next one when it is due, the others after the delays of the ladder, which
 * each may move by a tenth. A resend comes before them and leaves them as they were planned.
 */
export function planAttempts(delivery: Plannable): { plan: PlannedAttempt[]; attemptsMax: number } {
  const { status, attempts, ladder, dueAt, plannedAt, lastAttemptAt, isTest, retryDelays } = delivery;
  const planned = Math.max(attempts, isTest ? 1 : retryDelays.length + 1);
  if (!dueAt) return { plan: [], attemptsMax: status === "exhausted" ? attempts : planned };
  const isOnLadder = status === "pending" || status === "failed";
  const laterDelays = isOnLadder ? retryDelays.slice(ladder) : [];
  const sinceLast = lastAttemptAt ? Math.round((dueAt.getTime() - lastAttemptAt.getTime()) / 1000) : 0;
  const plan = [{ number: attempts + 1, at: dueAt.toISOString(), afterSeconds: Math.max(0, sinceLast) }];
  let atMs = dueAt.getTime();
  if (plannedAt) {
    const afterSeconds = Math.max(0, Math.round((plannedAt.getTime() - atMs) / 1000));
    plan.push({ number: attempts + 2, at: plannedAt.toISOString(), afterSeconds });
    atMs = plannedAt.getTime();
  }
  for (const afterSeconds of laterDelays) {
    atMs += afterSeconds * 1000;
    plan.push({ number: attempts + plan.length + 1, at: new Date(atMs).toISOString(), afterSeconds });
  }
  return { plan, attemptsMax: isOnLadder ? attempts + plan.length : planned };
}
