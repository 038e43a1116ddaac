import { expect, test } from "vitest";
import { priceOf } from "./price";

const booked = (minutes: number, numberOfAttendees = 1) => ({
  from: new Date("2026-11-26T10:00:00Z"),
  to: new Date(Date.parse("2026-11-26T10:00:00Z") + minutes * 60_000),
  numberOfAttendees,
});

test.each([
  [60, 1, 1],
  [120, 1, 2],
  [61, 1, 2],
  [60, 3, 3],
  [120, 3, 6],
])("%i minutes of an hourly product for %i count %i times", (minutes, attendees, quantity) => {
  const product = { priceMinor: 1250, durationSeconds: 3600 };
  expect(priceOf(product, booked(minutes, attendees))).toEqual({ unitPriceMinor: 1250, quantity });
});
