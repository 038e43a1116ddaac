import { expect, test } from "vitest";
import { lanes } from "./lanes";

const placesOf = (...spells: [start: number, end: number][]) =>
  lanes(spells.map(([start, end]) => ({ start, end }))).map(({ lane, of }) => `${lane}/${of}`);

test("what follows upon each other has the whole width", () => {
  expect(placesOf([0, 10], [10, 20], [25, 30])).toEqual(["0/1", "0/1", "0/1"]);
});

test("what overlaps stands side by side, and a lane that is free again is used again", () => {
  expect(placesOf([0, 30], [5, 10], [10, 20], [30, 40])).toEqual(["0/2", "1/2", "1/2", "0/1"]);
});

test("no two in one lane ever overlap", () => {
  const spells = Array.from({ length: 60 }, (_, i) => {
    const start = (i * 7) % 100;
    return { start, end: start + 5 + ((i * 13) % 40) };
  }).sort((a, b) => a.start - b.start);
  const placed = lanes(spells);
  for (const a of placed)
    for (const b of placed)
      if (a !== b && a.lane === b.lane) expect(a.start >= b.end || b.start >= a.end).toBe(true);
});
