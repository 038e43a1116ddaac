import { mayRetry } from "./database-error";
import { db, type Tx } from "./db";
import { DomainError } from "./errors";

const afterCommits = new WeakMap<Tx, (() => void)[]>();
const attemptsMax = 3;

/**
 * Runs `work` in one transaction, or joins `outer` when the caller is in one. A deadlock's victim is run again, as is what
 * found no free connection; throws `unavailable` when that does not help.
 */
export async function transaction<T>(outer: Tx | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (outer) return work(outer);
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(work);
    } catch (error) {
      if (!mayRetry(error)) throw error;
      if (attempt === attemptsMax) throw busy(error);
    }
  }
}

const busy = (cause: unknown) =>
  new DomainError("unavailable", "Too much is going on right now. Try again in a moment.", {
    retryAfterSeconds: 1,
    cause,
  });

/** Calls back once the outermost transaction of `tx` has committed; never when it rolls back. */
export function afterCommit(tx: Tx, callback: () => void): void {
  const callbacks = afterCommits.get(tx);
  if (!callbacks) throw new Error("afterCommit was called outside a transaction.");
  callbacks.push(callback);
}

/** Whether `tx` is a transaction of ours, so that there will be a commit to wait for. */
export const isTransaction = (tx: Tx): boolean => afterCommits.has(tx);

async function runOnce<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const callbacks: (() => void)[] = [];
  const result = await db().$transaction(
    async (tx) => {
      afterCommits.set(tx, callbacks);
      return work(tx);
    },
    { maxWait: 5_000, timeout: 15_000 },
  );
  for (const callback of callbacks) callback();
  return result;
}
