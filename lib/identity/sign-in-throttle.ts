import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { giveBack, throttle, type Limit } from "@/lib/platform/throttle";

const limit = (name: string): Limit => ({ name, max: env().SIGN_IN_RATE_LIMIT, windowSeconds: 15 * 60 });

/** Counts one attempt before the password is looked at. Throws `throttled` above the limit of the address or the account. */
export async function countSignInAttempt(email: string, address: string): Promise<void> {
  try {
    await throttle(limit("sign-in-address"), address);
    await throttle(limit("sign-in-account"), email);
  } catch (refusal) {
    if (!(refusal instanceof DomainError)) throw refusal;
    const { retryAfterSeconds = 60 } = refusal;
    const message = `Too many attempts. Try again in ${Math.ceil(retryAfterSeconds / 60)} min.`;
    throw new DomainError("throttled", message, { retryAfterSeconds });
  }
}

/** A success does not count: people sign in from several browsers, and offices share an address. */
export async function uncountSignInAttempt(email: string, address: string): Promise<void> {
  await giveBack(limit("sign-in-account"), email);
  await giveBack(limit("sign-in-address"), address);
}
