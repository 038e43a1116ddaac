import fc from "fast-check";
import { expect, test } from "vitest";
import { freeStarts, freeWindows, secondMs, type Need } from "./free-starts";
import { covers, overlap, union, type Interval } from "./interval";

const end = 60 * secondMs;
const seconds = (max: number, min = 0) => fc.integer({ min, max }).map((n) => n * secondMs);
const intervals = fc
  .array(fc.tuple(seconds(60), seconds(20, 1)), { maxLength: 6 })
  .map((list) => union(list.map(([from, length]) => ({ from, to: from + length }))));
const needs = fc.record({
  durationMs: seconds(12, 1),
  beforeMs: seconds(5),
  afterMs: seconds(5),
});

const always: Interval = { from: -Infinity, to: Infinity };
const bookables = fc.oneof(
  fc.constant(always),
  fc.tuple(seconds(60), seconds(60)).map(([from, to]) => ({ from, to })),
);

/** The obvious model: try each moment. */
function mayStartAt(at: number, open: Interval[], taken: Interval[], need: Need): boolean {
  const booking = { from: at, to: at + need.durationMs };
  const withBuffers = { from: booking.from - need.beforeMs, to: booking.to + need.afterMs };
  return covers(open, booking) && !taken.some((other) => overlap(other, withBuffers));
}

test("a booking may start exactly where it fits the hours and its buffers touch nobody's", () => {
  fc.assert(
    fc.property(intervals, intervals, needs, bookables, (open, taken, need, bookable) => {
      const starts = freeStarts(open, taken, need, bookable);
      for (let at = -5 * secondMs; at < end + 25 * secondMs; at += secondMs) {
        const inside = starts.some(({ from, to }) => from <= at && at < to);
        const mayStart = bookable.from <= at && at < bookable.to && mayStartAt(at, open, taken, need);
        expect(inside).toBe(mayStart);
      }
    }),
  );
});

test("a free window is as wide as the bookings that fit in it, and none that fits is left out", () => {
  fc.assert(
    fc.property(intervals, intervals, needs, (open, taken, need) => {
      const windows = freeWindows(freeStarts(open, taken, need, always), need.durationMs);
      for (const { from, to } of windows) {
        expect(mayStartAt(from, open, taken, need)).toBe(true);
        expect(mayStartAt(to - need.durationMs, open, taken, need)).toBe(true);
      }
      for (let at = 0; at < end + 20 * secondMs; at += secondMs) {
        const fits = mayStartAt(at, open, taken, need);
        if (fits) expect(covers(windows, { from: at, to: at + need.durationMs })).toBe(true);
      }
    }),
  );
});

test("buffers of neighbours add up", () => {
  const need = { durationMs: 60, beforeMs: 10, afterMs: 15 };
  const takenWithItsBuffers = { from: 100 - 10, to: 160 + 15 };
  const starts = freeStarts([{ from: 0, to: 400 }], [takenWithItsBuffers], need, always);
  expect(starts).toEqual([
    { from: 0, to: 16 },
    { from: 185, to: 341 },
  ]);
});
