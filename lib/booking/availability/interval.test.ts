import fc from "fast-check";
import { expect, test } from "vitest";
import { intersect, subtract, union, type Interval } from "./interval";

const end = 20;
const thorough = { numRuns: 500 };
const anyIntervals = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: end }), fc.integer({ min: 0, max: end }))
    .map(([from, to]) => ({ from, to })),
  { maxLength: 8 },
);
const intervals = anyIntervals.map(union);

/** The obvious model: each moment by itself. */
const momentsOf = (list: Interval[]) =>
  Array.from({ length: end }, (_, at) => at).filter((at) =>
    list.some(({ from, to }) => from <= at && at < to),
  );

const isTidy = (list: Interval[]) =>
  list.every(({ from, to }, i) => from < to && (i === 0 || list[i - 1]!.to <= from));

test("a union holds the moments of all, in as few spans as there can be", () => {
  fc.assert(
    fc.property(anyIntervals, (list) => {
      const merged = union(list);
      expect(momentsOf(merged)).toEqual(momentsOf(list));
      expect(merged.every(({ from }, i) => i === 0 || merged[i - 1]!.to < from)).toBe(true);
    }),
    thorough,
  );
});

test("an intersection holds the moments of both", () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const both = momentsOf(a).filter((at) => momentsOf(b).includes(at));
      expect(momentsOf(intersect(a, b))).toEqual(both);
      expect(isTidy(intersect(a, b))).toBe(true);
    }),
    thorough,
  );
});

test("a difference holds the moments of the one that are not in the other", () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const left = momentsOf(a).filter((at) => !momentsOf(b).includes(at));
      expect(momentsOf(subtract(a, b))).toEqual(left);
      expect(isTidy(subtract(a, b))).toBe(true);
    }),
    thorough,
  );
});
