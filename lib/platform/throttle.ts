import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "./db";
import { DomainError } from "./errors";

export type Limit = {
  /** Keeps the counters of different limits apart. */
  name: string;
  /** How many are let through per window. */
  max: number;
  windowSeconds: number;
};

const limiters = new Map<string, RateLimiterPostgres>();

/** Counts one use by `who` in the database, so that all processes share the limit. Throws `throttled` beyond it. */
export async function throttle(limit: Limit, who: string): Promise<void> {
  try {
    await limiterFor(limit).consume(who);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new DomainError("throttled", `Too many requests. Try again in ${retryAfterSeconds} s.`, {
      retryAfterSeconds,
    });
  }
}

/** Takes back one use that `throttle` counted. */
export async function giveBack(limit: Limit, who: string): Promise<void> {
  await limiterFor(limit).reward(who);
}

function limiterFor({ name, max, windowSeconds }: Limit): RateLimiterPostgres {
  const id = `${name}/${max}/${windowSeconds}`;
  let limiter = limiters.get(id);
  if (!limiter) {
    limiter = new RateLimiterPostgres({
      // The pool may be closed and made anew, so it is asked for at each query.
      storeClient: { query: (statement: { text: string }) => pool().query(statement) },
      storeType: "client",
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix: name,
      points: max,
      duration: windowSeconds,
      // A caller far over the limit is refused from memory.
      inMemoryBlockOnConsumed: max + 1,
    });
    limiters.set(id, limiter);
  }
  return limiter;
}
