import { isFailure } from "./storefront-error";

/** What was asked for, or undefined where the store does not answer: for pages that say so themselves. */
export async function unlessUnreachable<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: unknown) => {
    if (isFailure(error, "unreachable")) return undefined;
    throw error;
  });
}
