import { expect, test } from "vitest";
import { sleepEnd } from "./sleep-end";

test("a sleep ends after its duration, however it is put together", () => {
  expect(sleepEnd("5s")).toEqual({ afterMs: 5_000 });
  expect(sleepEnd("1w2d3h4m5s")).toEqual({ afterMs: 788_645_000 });
  expect(sleepEnd("")).toEqual({ afterMs: 0 });
});

test("a sleep until an instant ends then, and one until no time at all is refused", () => {
  expect(sleepEnd("2026-11-24T11:35:10.983Z")).toEqual({ at: new Date("2026-11-24T11:35:10.983Z") });
  expect(() => sleepEnd("soon")).toThrow("no time");
});
