import { append, subtract, type Interval } from "./interval";

/** What a booking takes, in milliseconds: its duration, and what is kept free around it. */
export type Need = { durationMs: number; beforeMs: number; afterMs: number };

/**
 * Where a booking may begin (half-open): it lies within one open window, and with its buffers clear of what is taken, which
 * has its own buffers around it already. Buffers may reach outside the opening hours.
 */
export function freeStarts(open: Interval[], taken: Interval[], need: Need): Interval[] {
  const { durationMs, beforeMs, afterMs } = need;
  const fitting = open
    .filter(({ from, to }) => to - from >= durationMs)
    .map(({ from, to }) => ({ from, to: to - durationMs + 1 }));
  const blocked = taken.map(({ from, to }) => ({ from: from - durationMs - afterMs + 1, to: to + beforeMs }));
  return subtract(fitting, blocked);
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
