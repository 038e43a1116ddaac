import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dayMs, hoursOn, openingsOf, pointsOn, type Hours, type OpeningHours } from "./opening-hours";
import { openingsAt } from "./slots-model";
import { localDay, offsetPieces } from "./zone";

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** Days on which the clocks change, and one zone where they never do. */
const days: [zone: string, date: string, hours: number][] = [
  ["America/New_York", "2027-03-14", 23],
  ["America/New_York", "2027-11-07", 25],
  ["Europe/London", "2027-03-28", 23],
  ["Europe/London", "2027-10-31", 25],
  ["Australia/Lord_Howe", "2027-04-04", 24.5],
  ["Australia/Lord_Howe", "2027-10-03", 23.5],
  ["Asia/Kathmandu", "2027-03-14", 24],
];
const everyDay = (from: number, to: number): Hours[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: from * hourMs, to: to * hourMs, open: true }));

/** What the clock on the wall shows at each slot of the day, and how far apart the slots really are. */
function slotsOn(zone: string, date: string, hours: Hours[], stepMinutes: number) {
  const day = localDay(date, zone, "date");
  const { grid } = openingsOf(
    { timezone: zone, stepMs: stepMinutes * minuteMs, hours },
    offsetPieces(zone, day),
  );
  return pointsOn(grid, [day]).map((at) => wallOf(at, zone).toString({ smallestUnit: "minute" }).slice(11));
}

const wallOf = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();

test.each(days)("a day in %s on %s lasts as long as it does", (zone, date, hours) => {
  const day = localDay(date, zone, "date");
  expect((day.to - day.from) / hourMs).toBe(hours);
});

test("on the day that loses an hour, the slots of that hour do not exist", () => {
  expect(slotsOn("America/New_York", "2027-03-14", everyDay(0, 5), 60)).toEqual([
    "00:00",
    "01:00",
    "03:00",
    "04:00",
  ]);
  expect(slotsOn("Europe/London", "2027-03-28", everyDay(0, 4), 60)).toEqual(["00:00", "02:00", "03:00"]);
  expect(slotsOn("Australia/Lord_Howe", "2027-10-03", everyDay(1, 4), 30)).toEqual([
    ...["01:00", "01:30", "02:30", "03:00", "03:30"],
  ]);
});

test("on the day that repeats an hour, its slots come twice", () => {
  expect(slotsOn("America/New_York", "2027-11-07", everyDay(0, 3), 60)).toEqual([
    "00:00",
    "01:00",
    "01:00",
    "02:00",
  ]);
  expect(slotsOn("Europe/London", "2027-10-31", everyDay(0, 3), 60)).toEqual([
    "00:00",
    "01:00",
    "01:00",
    "02:00",
  ]);
  expect(slotsOn("Australia/Lord_Howe", "2027-04-04", everyDay(1, 3), 30)).toEqual([
    ...["01:00", "01:30", "01:30", "02:00", "02:30"],
  ]);
});

test("where the clocks move by half an hour, slots of an hour stay on the full hour", () => {
  expect(slotsOn("Australia/Lord_Howe", "2027-10-03", everyDay(0, 5), 60)).toEqual([
    "00:00",
    "01:00",
    "03:00",
    "04:00",
  ]);
});

test.each(days)("a shop in %s opens at nine by its own clock on %s", (zone, date) => {
  expect(slotsOn(zone, date, everyDay(9, 17), 60)[0]).toBe("09:00");
});

test("a zone three quarters of an hour off is met exactly", () => {
  const timezone = "Asia/Kathmandu";
  const { windows } = openingsOf(
    { timezone, stepMs: hourMs, hours: everyDay(9, 17) },
    offsetPieces(timezone, localDay("2027-03-14", timezone, "date")),
  );
  expect(windows).toContainEqual({
    from: Date.parse("2027-03-14T03:15Z"),
    to: Date.parse("2027-03-14T11:15Z"),
  });
});

test("hours of a date replace the weekly ones of that day, closed ones are taken away", () => {
  const monday = Date.parse("2027-03-15");
  const week = everyDay(9, 17);
  const onMonday = { fromDateMs: monday, toDateMs: monday + dayMs };
  const special: Hours = { ...onMonday, from: 12 * hourMs, to: 20 * hourMs, open: true };
  const shut: Hours = { ...onMonday, from: 0, to: dayMs, open: false };
  const lunch: Hours = { day: 1, from: 12 * hourMs, to: 13 * hourMs, open: false };
  const hours = (list: { from: number; to: number }[]) =>
    list.map(({ from, to }) => [from / hourMs, to / hourMs]);

  expect(hours(hoursOn([...week, special], monday))).toEqual([[12, 20]]);
  expect(hours(hoursOn([...week, special], monday + dayMs))).toEqual([[12, 20]]);
  expect(hours(hoursOn([...week, special], monday + 2 * dayMs))).toEqual([[9, 17]]);
  expect(hours(hoursOn([...week, shut], monday))).toEqual([]);
  expect(hours(hoursOn([...week, lunch], monday))).toEqual([
    [9, 12],
    [13, 17],
  ]);
});

const quarter = 15 * minuteMs;
const schedules: fc.Arbitrary<{ schedule: OpeningHours; date: string }> = fc
  .record({
    place: fc.constantFrom(...days),
    spans: fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 7 }),
        from: fc.nat({ max: 95 }),
        length: fc.integer({ min: 1, max: 60 }),
        open: fc.constantFrom(true, true, true, false),
      }),
      { minLength: 4, maxLength: 14 },
    ),
    stepMinutes: fc.constantFrom(10, 15, 20, 30, 60),
  })
  .map(({ place: [timezone, date], spans, stepMinutes }) => ({
    date,
    schedule: {
      timezone,
      stepMs: stepMinutes * minuteMs,
      hours: spans.map(({ day, from, length, open }) => ({
        day,
        open,
        from: from * quarter,
        to: (from + length) * quarter,
      })),
    },
  }));

test(
  "an instant is open, and on the grid, exactly when the clock on the wall says so",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(schedules, ({ schedule, date }) => {
        const day = localDay(date, schedule.timezone, "date");
        const { windows, grid } = openingsOf(schedule, offsetPieces(schedule.timezone, day));
        const points = new Set(pointsOn(grid, [day]));
        for (let at = day.from; at < day.to; at += 5 * minuteMs) {
          const openings = openingsAt(schedule, at);
          expect(windows.some(({ from, to }) => from <= at && at < to)).toBe(openings.length > 0);
          expect(points.has(at)).toBe(openings.some((sinceMs) => sinceMs % schedule.stepMs === 0));
        }
      }),
      { numRuns: 60 },
    );
  },
);
