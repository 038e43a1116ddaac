import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { assessCandidates } from "./assess-candidates";
import { freeWindows } from "./free-starts";
import { overlap, type Interval } from "./interval";
import type { Plan } from "./load-plan";
import type { RunningClass, Taken } from "./load-taken";
import { offerOf, toRows, type Offer } from "./offers";
import { dayMs, hoursOn, type Hours } from "./opening-hours";
import type { Bounds } from "./read-schedule";
import { slotsOf } from "./slots-of";
import { localDay } from "./zone";

/** All that is drawn is a multiple of it, so that a model that looks only there misses nothing. */
const tickMs = 5 * 60_000;
const patience = { timeout: 60_000 };
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
type Scene = {
  plan: Plan;
  day: Interval;
  durationMs: number;
  taken: Map<string, Taken>;
};

/** A product, who gives it where, by which hours, and what they are booked for on one day. */
const scenes: fc.Arbitrary<Scene> = fc.constantFrom(...places).chain(([timezone, date]) => {
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
      return {
        day,
        durationMs,
        taken: takenBy(bookings.map((b) => (b.isClass ? { ...b, durationMs } : b))),
        plan: {
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
        },
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
  return taken;
}

/** One staff member at one place, as the model sees them. */
type Pair = { staffMemberId: string; locationId: string; schedules: Bounds[]; taken: Taken };

function pairsOf({ plan, taken }: Scene): Pair[] {
  const boundsOf = (id: string | null) => (id ? [plan.bounds.get(id)!] : []);
  return plan.staff.flatMap((member) =>
    plan.locations
      .filter(({ id }) => member.locationIds.length === 0 || member.locationIds.includes(id))
      .map((location) => ({
        staffMemberId: member.id,
        locationId: location.id,
        schedules: [plan.product, member, location].flatMap((row) => boundsOf(row.scheduleId)),
        taken: taken.get(`staff:${member.id}`) ?? { busy: [], classes: [] },
      })),
  );
}

/** How long ago each opening began that the clock on the wall is within; reads the clock, and looks the hours up. */
function openingsAt({ timezone, hours }: Bounds, at: number): number[] {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDateTime();
  const wallMs = Date.parse(`${wall}Z`);
  const today = Math.floor(wallMs / dayMs) * dayMs;
  return [today - dayMs, today].flatMap((date) =>
    hoursOn(hours, date)
      .filter(({ from, to }) => date + from <= wallMs && wallMs < date + to)
      .map(({ from }) => wallMs - date - from),
  );
}

const ticksIn = ({ from, to }: Interval) =>
  Array.from({ length: Math.ceil((to - from) / tickMs) }, (_, i) => from + i * tickMs);

/** The obvious model of one pair: tries each tick of the day, and looks at each tick of the booking and of its buffers. */
function modelOf(scene: Scene, pair: Pair) {
  const { plan, day, durationMs } = scene;
  const { product, now } = plan;
  const open = new Map<number, boolean>();
  const isOpen = (at: number) => {
    const known =
      open.get(at) ??
      (pair.schedules.length > 0 && pair.schedules.every((s) => openingsAt(s, at).length > 0));
    open.set(at, known);
    return known;
  };
  const beforeMs = product.beforeGapSeconds * 1000;
  const afterMs = product.afterGapSeconds * 1000 + Math.max(0, ...pair.schedules.map((s) => s.gapAfterMs));
  const isTaken = (at: number) => pair.taken.busy.some(({ from, to }) => from <= at && at < to);
  const isInHours = (booking: Interval) => ticksIn(booking).every(isOpen);
  const horizon = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(plan.store.timezone)
    .toPlainDate()
    .add({ days: 2 })
    .toZonedDateTime(plan.store.timezone).epochMilliseconds;
  const fits = (from: number) => {
    const booking = { from, to: from + durationMs };
    const withBuffers = { from: from - beforeMs, to: booking.to + afterMs };
    return now <= from && isInHours(booking) && !ticksIn(withBuffers).some(isTaken);
  };
  const starts = ticksIn(day).filter((from) => from < horizon && fits(from));
  const [leading] = pair.schedules;
  const isOnGrid = (at: number) =>
    !!leading && openingsAt(leading, at).some((since) => since % leading.stepMs === 0);
  const classes = pair.taken.classes.filter(
    (running: RunningClass) =>
      product.maxAttendees > 1 &&
      running.locationId === pair.locationId &&
      running.to - running.from === durationMs &&
      Math.max(day.from, now) <= running.from &&
      running.from < day.to &&
      isInHours(running),
  );
  return { fits, starts, slots: starts.filter(isOnGrid), classes };
}

const byName = ({ from, to, who }: { from: number; to: number; who: string }) => `${from}-${to} ${who}`;
const inOrder = (offers: { from: number; to: number; who: string }[]) => offers.map(byName).sort();
const named = ({ from, to, candidate, attendees, capacity }: Offer) => ({
  from,
  to,
  who: `${candidate.staffMember?.id} at ${candidate.location?.id}, ${attendees} of ${capacity}`,
});

test(
  "slots are those that a look at every minute of hours, buffers, gaps, bookings and seats finds, and no others",
  patience,
  () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { plan, day, durationMs } = scene;
        const offers = assessCandidates(plan, { span: day, durationMs }, scene.taken).flatMap((assessment) =>
          slotsOf(plan, assessment, day),
        );
        const expected = pairsOf(scene).flatMap((pair) => {
          const { slots, classes } = modelOf(scene, pair);
          const who = `${pair.staffMemberId} at ${pair.locationId}`;
          return [
            ...slots.map((from) => ({
              from,
              to: from + durationMs,
              who: `${who}, 0 of ${plan.product.maxAttendees}`,
            })),
            ...classes.map(({ from, to, seats, capacity }) => ({
              from,
              to,
              who: `${who}, ${seats} of ${capacity}`,
            })),
          ];
        });
        expect(inOrder(offers.map(named))).toEqual(inOrder(expected));
        expect(new Set(toRows(plan, offers).map((row) => `${row.fromDate}${row.fromTime}`)).size).toBe(
          new Set(offers.map(({ from }) => from)).size,
        );
      }),
      { numRuns: 60 },
    );
  },
);

test("ranges hold every minute of the bookings that fit, and no minute besides", patience, () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const { plan, day, durationMs } = scene;
      const found = assessCandidates(plan, { span: day, durationMs }, scene.taken).flatMap((assessment) =>
        freeWindows(assessment.starts, durationMs).map((window) => offerOf(plan, assessment, window)),
      );
      for (const pair of pairsOf(scene)) {
        const own = found.filter(
          ({ candidate }) =>
            candidate.staffMember?.id === pair.staffMemberId && candidate.location?.id === pair.locationId,
        );
        const covered = new Set(own.flatMap(ticksIn));
        const { starts, fits } = modelOf(scene, pair);
        // Up to its last second the day ends in free time: so does the window of the booking that begins then.
        if (starts.at(-1) === day.to - tickMs && fits(day.to)) starts.push(day.to);
        const expected = new Set(starts.flatMap((from) => ticksIn({ from, to: from + durationMs })));
        expect([...covered].sort()).toEqual([...expected].sort());
      }
    }),
    { numRuns: 40 },
  );
});
