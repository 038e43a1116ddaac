import { expect, test } from "vitest";
import { chartScale } from "./chart-scale";

test.each([
  [120, 11],
  [36, 13],
  [1, 0],
  [0, 0],
  [0, 7],
  [9_731, 4],
])("a chart of %i up and %i down has at most four round gridlines", (up, down) => {
  const { step, above, below } = chartScale(up, down);
  expect(above.length + below.length).toBeLessThanOrEqual(4);
  expect(String(step)).toMatch(/^[1245]0*$/);
  for (const line of above) expect(line).toBeLessThanOrEqual(up);
  for (const line of below) expect(line).toBeLessThanOrEqual(down);
});

test("bars that are there have a line to be read against", () => {
  expect(chartScale(120, 11).above).toEqual([40, 80, 120]);
  expect(chartScale(0, 7).below.length).toBeGreaterThan(0);
});
