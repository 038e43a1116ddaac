import fc from "fast-check";
import { candidatesOf } from "./candidates";
import { overlap, type Interval } from "./interval";
import type { Plan } from "./load-plan";
import type { Taken } from "./load-taken";
import type { Hours } from "./opening-hours";
import type { Bounds } from "./read-schedule";
import { localDay } from "./zone";

/** All that is drawn is a multiple of it, so that a model that looks only there misses nothing. */
export const tickMs = 5 * 60_000;

const ticks = (max: number, min = 0) => fc.integer({ min, max }).map((n) => n * tickMs);

/** Days on which the clocks change, and one of a zone where they never do. */
const places = [
  ["America/New_York", "2027-03-14"],
  ["Europe/London", "2027-10-31"],
  ["Australia/Lord_Howe", "2027-04-04"],
  ["Australia/Lord_Howe", "2027-10-03"],
  ["Asia/Kathmandu", "2027-03-14"],
] as const;

const hours: fc.Arbitrary<Hours> = fc
  .record({ from: ticks(200), length: ticks(150, 6), open: fc.constantFrom(true, true, true, false) })
  .chain(({ from, length, open }) =>
    fc.constantFrom(1, 2, 3, 4, 5, 6, 7).map((day) => ({ day, from, to: from + length, open })),
  );
const everyDay: fc.Arbitrary<Hours[]> = fc
  .record({ from: ticks(120), length: ticks(160, 12) })
  .map(({ from, length }) =>
    [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from, to: from + length, open: true })),
  );

const bounds = (timezone: string): fc.Arbitrary<Bounds> =>
  fc.record({
    timezone: fc.constantFrom(timezone, "UTC"),
    stepMs: fc.constantFrom(10, 15, 20, 30, 60).map((minutes) => minutes * 60_000),
    hours: fc.tuple(everyDay, fc.array(hours, { maxLength: 4 })).map(([base, more]) => [...base, ...more]),
    gapAfterMs: ticks(3),
    advanceDays: fc.constant(-1),
  });

type Booked = { resource: string; from: number; durationMs: number; beforeMs: number; afterMs: number };
export type Scene = {
  plan: Plan;
  day: Interval;
  durationMs: number;
  taken: Map<string, Taken>;
};

/** A product, who gives it where, by which hours, and what they are booked for on one day. */
export const scenes: fc.Arbitrary<Scene> = fc.constantFrom(...places).chain(([timezone, date]) => {
  const day = localDay(date, timezone, "date");
  const scheduleId = fc.constantFrom("schedule-a", "schedule-b", "schedule-c", null);
  const member = (id: string, locationIds: string[]) =>
    fc.record({
      id: fc.constant(id),
      status: fc.constant("active"),
      scheduleId,
      locationIds: fc.constant(locationIds),
    });
  const booking = fc.record({
    resource: fc.constantFrom("staff:ada", "staff:bea"),
    from: ticks(250).map((after) => day.from + after),
    durationMs: ticks(24, 2),
    beforeMs: ticks(3),
    afterMs: ticks(3),
    isClass: fc.boolean(),
    locationId: fc.constantFrom("north", "south"),
    seats: fc.integer({ min: 1, max: 3 }),
  });
  return fc
    .record({
      schedules: fc.tuple(bounds(timezone), bounds(timezone), bounds(timezone)),
      product: fc.record({
        scheduleId,
        durationMs: ticks(18, 1),
        beforeMs: ticks(4),
        afterMs: ticks(4),
        maxAttendees: fc.constantFrom(1, 3),
      }),
      units: fc.constantFrom(1, 1, 2),
      staff: fc.tuple(member("ada", []), member("bea", ["north"])),
      places: fc.tuple(scheduleId, scheduleId),
      bookings: fc.array(booking, { maxLength: 10 }),
      now: ticks(100).map((after) => day.from + after - 50 * tickMs),
    })
    .map(({ schedules, product, units, staff, places: [north, south], bookings, now }) => {
      const durationMs = product.durationMs * units;
      const given = {
        now,
        store: { timezone, advanceDays: 1 },
        product: {
          id: "haircut",
          status: "active",
          scheduleId: product.scheduleId,
          durationSeconds: product.durationMs / 1000,
          allowCustomDuration: true,
          maxDurationSeconds: -1,
          maxAttendees: product.maxAttendees,
          beforeGapSeconds: product.beforeMs / 1000,
          afterGapSeconds: product.afterMs / 1000,
          advanceDays: -1,
        },
        staff,
        locations: [
          { id: "north", status: "active", scheduleId: north },
          { id: "south", status: "active", scheduleId: south },
        ],
        bounds: new Map(schedules.map((schedule, i) => [`schedule-${"abc"[i]}`, schedule])),
      };
      return {
        day,
        durationMs,
        taken: takenBy(bookings.map((b) => (b.isClass ? { ...b, durationMs } : b))),
        plan: { ...given, candidates: candidatesOf(given) },
      };
    });
});

type Drawn = Booked & { isClass: boolean; locationId: string; seats: number };

/** In the order drawn; what overlaps an earlier one is left out, as the database refuses it. */
function takenBy(bookings: Drawn[]): Map<string, Taken> {
  const taken = new Map<string, Taken>();
  for (const { resource, from, durationMs, beforeMs, afterMs, isClass, locationId, seats } of bookings) {
    const own = taken.get(resource) ?? { busy: [], classes: [] };
    taken.set(resource, own);
    const during = { from: from - beforeMs, to: from + durationMs + afterMs };
    if (own.busy.some((busy) => overlap(busy, during))) continue;
    own.busy.push(during);
    if (isClass) own.classes.push({ from, to: from + durationMs, locationId, seats, capacity: 3 });
  }
  for (const { busy } of taken.values()) busy.sort((a, b) => a.from - b.from);
  return taken;
}
