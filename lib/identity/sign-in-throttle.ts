import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { giveBack, throttle, type Limit } from "@/lib/platform/throttle";

/** By whom guesses are counted, under the name of each limit: an account, an address. */
type Guessing = Record<string, string>;

const limit = (name: string): Limit => ({ name, max: env().SIGN_IN_RATE_LIMIT, windowSeconds: 15 * 60 });

/** Counts one attempt before the password is looked at. Throws `throttled` above any of the limits. */
export async function countSignInAttempt(guessing: Guessing): Promise<void> {
  try {
    for (const [name, who] of Object.entries(guessing)) await throttle(limit(name), who);
  } catch (refusal) {
    if (!(refusal instanceof DomainError)) throw refusal;
    const { retryAfterSeconds = 60 } = refusal;
    const message = `Too many attempts. Try again in ${Math.ceil(retryAfterSeconds / 60)} min.`;
    throw new DomainError("throttled", message, { retryAfterSeconds });
  }
}

/** A success does not count: people sign in from several browsers, and offices share an address. */
export async function uncountSignInAttempt(guessing: Guessing): Promise<void> {
  for (const [name, who] of Object.entries(guessing)) await giveBack(limit(name), who);
}
