import { invalid } from "@/lib/platform/errors";

type Bookable = { durationSeconds: number; allowCustomDuration: boolean; maxDurationSeconds: number };

/**
 * What is wrong with booking the product for so long, in words a caller may read; null when nothing is. A booking that is
 * moved may stay as long as it is (`bookedSeconds`), whatever the product takes by now.
 */
export function durationProblem(product: Bookable, seconds: number, bookedSeconds?: number): string | null {
  const { durationSeconds, allowCustomDuration, maxDurationSeconds } = product;
  if (seconds === durationSeconds || seconds === bookedSeconds) return null;
  if (!allowCustomDuration) return `This product takes exactly ${durationSeconds} seconds.`;
  if (!(seconds > 0) || seconds % durationSeconds !== 0) {
    return `Book a multiple of ${durationSeconds} seconds.`;
  }
  if (maxDurationSeconds >= 0 && seconds > maxDurationSeconds) {
    return `This product can be booked for at most ${maxDurationSeconds} seconds.`;
  }
  return null;
}

/** The duration asked for in seconds, else the product's own. Throws invalid, naming `duration`. */
export function requireDuration(product: Bookable, seconds = product.durationSeconds): number {
  const problem = durationProblem(product, seconds);
  if (problem) throw invalid("duration", problem);
  return seconds;
}
