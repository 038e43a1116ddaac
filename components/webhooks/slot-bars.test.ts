import { expect, test } from "vitest";
import { slotBars } from "./slot-bars";

const hour = (delivered: number, failed = 0, held = 0) => ({ hour: "", delivered, failed, held });

test("what arrived stands on the line and what did not hangs below it, on one scale", () => {
  const { line, bars } = slotBars([hour(10), hour(0, 5)], { width: 20, height: 31 });
  expect(line).toBe(20);
  expect(bars).toEqual([
    expect.objectContaining({ kind: "delivered", y: 0, height: 20 }),
    expect.objectContaining({ kind: "failed", y: 21, height: 10 }),
  ]);
});

test("held hangs below failed, and both are seen however few they are", () => {
  const { bars } = slotBars([hour(1000, 1, 1)], { width: 10, height: 28 });
  const [, failed, held] = bars;
  expect(failed!.height).toBe(1.5);
  expect(held!.y).toBe(failed!.y + failed!.height);
});

test("an hour without deliveries is a thin line, not a gap", () => {
  const { bars } = slotBars([hour(0), hour(3)], { width: 10, height: 28 });
  expect(bars[0]).toMatchObject({ kind: "silent", height: 1 });
});
