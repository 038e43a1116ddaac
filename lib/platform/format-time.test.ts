import { expect, test } from "vitest";
import { formatDay, formatDistance, formatMoment, formatPlanned, formatPrecise } from "./format-time";

const view = { zone: "Europe/Brussels", now: "2026-11-24T13:06:12.000Z" };

test("a moment is told as near as it is", () => {
  expect(formatMoment("2026-11-24T13:02:18.000Z", view)).toBe("14:02:18");
  expect(formatMoment("2026-11-22T17:03:00.000Z", view)).toBe("Sun 18:03");
  expect(formatMoment("2026-11-10T09:24:40.000Z", view)).toBe("10 Nov, 10:24");
  expect(formatMoment("2025-11-10T09:24:40.000Z", view)).toBe("10 Nov 2025, 10:24");
});

test("today ends at the viewer's midnight, not at UTC's", () => {
  expect(formatMoment("2026-11-23T23:30:00.000Z", view)).toBe("00:30:00");
  expect(formatMoment("2026-11-23T22:30:00.000Z", view)).toBe("Mon 23:30");
  expect(formatDay("2026-11-23T23:30:00.000Z", view)).toBe("Today, Tuesday 24 November");
  expect(formatDay("2026-11-22T17:03:00.000Z", view)).toBe("Sunday 22 November");
});

test("what is to come is told by its minute, what was recorded to the millisecond", () => {
  expect(formatPlanned("2026-11-24T13:32:10.000Z", view)).toBe("14:32");
  expect(formatPlanned("2026-11-25T06:33:10.000Z", view)).toBe("Wed 07:33");
  expect(formatPrecise("2026-11-24T12:56:54.012Z", view)).toBe("Today, 13:56:54.012");
  expect(formatPrecise("2026-11-22T12:56:54.012Z", view)).toBe("Sun 22 Nov, 13:56:54.012");
});

test("a distance is given in its two largest units", () => {
  expect(formatDistance(34_000)).toBe("34 s");
  expect(formatDistance(26 * 60_000)).toBe("26 min");
  expect(formatDistance((19 * 60 + 4) * 60_000)).toBe("19 h 4 min");
  expect(formatDistance(76 * 3_600_000)).toBe("3 d 4 h");
  expect(formatDistance(5 * 86_400_000)).toBe("5 d");
  expect(formatDistance(-5)).toBe("0 s");
});
