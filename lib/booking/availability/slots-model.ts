import { Temporal } from "temporal-polyfill";
import type { Interval } from "./interval";
import type { RunningClass, Taken } from "./load-taken";
import { dayMs, hoursOn, type OpeningHours } from "./opening-hours";
import type { Bounds } from "./read-schedule";
import { tickMs, type Scene } from "./slots-scenes";

/** One staff member at one place, as the model sees them. */
type Pair = { staffMemberId: string; locationId: string; schedules: Bounds[]; taken: Taken };

export function pairsOf({ plan, taken }: Scene): Pair[] {
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
export function openingsAt({ timezone, hours }: OpeningHours, at: number): number[] {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDateTime();
  const wallMs = Date.parse(`${wall}Z`);
  const today = Math.floor(wallMs / dayMs) * dayMs;
  return [today - dayMs, today].flatMap((date) =>
    hoursOn(hours, date)
      .filter(({ from, to }) => date + from <= wallMs && wallMs < date + to)
      .map(({ from }) => wallMs - date - from),
  );
}

export const ticksIn = ({ from, to }: Interval) =>
  Array.from({ length: Math.ceil((to - from) / tickMs) }, (_, i) => from + i * tickMs);

/** The obvious model of one pair: tries each tick of the day, and looks at each tick of the booking and of its buffers. */
export function modelOf(scene: Scene, pair: Pair) {
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
