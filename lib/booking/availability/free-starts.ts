import { append, type Interval } from "./interval";

/** What a booking takes, in milliseconds: its duration, and what is kept free around it. */
export type Need = { durationMs: number; beforeMs: number; afterMs: number };

/**
 * Where a booking may begin (half-open): it lies within one open window, and with its buffers clear of what is taken, which
 * has its own buffers around it already. Buffers may reach outside the opening hours. Only starts that lie in `bookable`.
 */
export function freeStarts(
  open: Interval[],
  taken: Interval[],
  { durationMs, beforeMs, afterMs }: Need,
  bookable: Interval,
): Interval[] {
  const starts: Interval[] = [];
  let next = 0;
  for (const window of open) {
    let from = Math.max(window.from, bookable.from);
    const to = Math.min(window.to - durationMs + 1, bookable.to);
    while (next < taken.length && taken[next]!.to + beforeMs <= from) next++;
    for (let k = next; from < to && k < taken.length; k++) {
      const tooLate = taken[k]!.from - afterMs - durationMs + 1;
      if (from < tooLate) starts.push({ from, to: Math.min(tooLate, to) });
      from = taken[k]!.to + beforeMs;
    }
    if (from < to) starts.push({ from, to });
  }
  return starts;
}

/** Bookings begin at whole seconds. */
export const secondMs = 1000;
export const upToSecond = (instant: number): number => Math.ceil(instant / secondMs) * secondMs;

/**
 * The widest windows within which every free start's booking lies. Where starts are cut off in the middle of free time, as by
 * the end of the day that is asked for, the window ends with the booking that begins right there.
 */
export function freeWindows(starts: Interval[], durationMs: number): Interval[] {
  const windows: Interval[] = [];
  for (const { from, to } of starts) append(windows, from, upToSecond(to - 1) + durationMs);
  return windows;
}

/** The booking with its buffers. */
export const occupied = (booking: Interval, { beforeMs, afterMs }: Need): Interval => ({
  from: booking.from - beforeMs,
  to: booking.to + afterMs,
});
