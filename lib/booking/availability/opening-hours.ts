import { subtract, union, type Interval } from "./interval";
import { remember } from "./remember";
import type { OffsetPiece } from "./zone";

export const dayMs = 24 * 3_600_000;

/** Wall time of day in milliseconds from midnight; `to` may lie past midnight. Weekly by `day`, or for the dates between. */
export type Hours = Interval & { open: boolean } & (
    { day: number } | { fromDateMs: number; toDateMs: number }
  );

/** Wall-clock hours in a zone. Dates are the milliseconds of their UTC midnight. */
export type OpeningHours = { timezone: string; stepMs: number; hours: Hours[] };

/** Points a step apart, counted from `origin`, that lie within. */
export type GridRun = Interval & { origin: number; stepMs: number };

export type Openings = {
  /** When the wall clock reads a time within the hours. */
  windows: Interval[];
  /** Where slots begin: a grid that starts anew at each opening, in wall time. */
  grid: GridRun[];
};

/**
 * Opening hours as instants, over the pieces of the schedule's zone. An instant is open exactly when the wall clock then reads an open time,
 * so an hour that a change of the clocks skips does not exist, and one that it repeats is open twice.
 */
export function openingsOf(schedule: OpeningHours, pieces: OffsetPiece[]): Openings {
  const grid: GridRun[] = [];
  const { stepMs } = schedule;
  const hoursOf = calendarOf(schedule.hours);
  for (const piece of pieces) {
    const wall = { from: piece.from + piece.offsetMs, to: piece.to + piece.offsetMs };
    // Hours that go on past midnight belong to the day before.
    const firstDate = Math.floor(wall.from / dayMs) * dayMs - dayMs;
    for (let date = firstDate; date < wall.to; date += dayMs) {
      for (const opening of hoursOf(date)) {
        const from = Math.max(date + opening.from, wall.from);
        const to = Math.min(date + opening.to, wall.to);
        const origin = date + opening.from - piece.offsetMs;
        if (from < to) grid.push({ from: from - piece.offsetMs, to: to - piece.offsetMs, origin, stepMs });
      }
    }
  }
  grid.sort((a, b) => a.from - b.from);
  return { windows: union(grid), grid };
}

/** `hoursOn` with each weekday worked out once, of the dates that have no hours of their own. */
function calendarOf(hours: Hours[]): (dateMs: number) => Interval[] {
  const dated = hours.filter((h) => "fromDateMs" in h);
  const weekly = hours.filter((h) => "day" in h);
  const ordinary = remember((dayOfWeek: number) => hoursOn(weekly, dayOfWeek * dayMs));
  return (dateMs) =>
    dated.some((h) => isOn(h, dateMs)) ? hoursOn(hours, dateMs) : ordinary((dateMs / dayMs) % 7);
}

/** A date's open hours, by midnight: those given for the date itself where there are any, less what is closed. */
export function hoursOn(hours: Hours[], dateMs: number): Interval[] {
  const weekday = new Date(dateMs).getUTCDay() || 7;
  const dated = hours.filter((h) => "fromDateMs" in h && isOn(h, dateMs));
  const weekly = hours.filter((h) => "day" in h && h.day === weekday);
  const base = dated.some((h) => h.open) ? dated : [...weekly, ...dated];
  return subtract(union(base.filter((h) => h.open)), union(base.filter((h) => !h.open)));
}

const isOn = (dates: { fromDateMs: number; toDateMs: number }, dateMs: number): boolean =>
  dates.fromDateMs <= dateMs && dateMs <= dates.toDateMs;

/** The grid's points that lie in `starts`. */
export function pointsOn(grid: GridRun[], starts: Interval[]): number[] {
  const points = new Set<number>();
  let i = 0;
  for (const run of grid) {
    while (i < starts.length && starts[i]!.to <= run.from) i++;
    for (let k = i; k < starts.length && starts[k]!.from < run.to; k++) {
      const to = Math.min(run.to, starts[k]!.to);
      for (
        let at = alignUp(Math.max(run.from, starts[k]!.from), run.origin, run.stepMs);
        at < to;
        at += run.stepMs
      )
        points.add(at);
    }
  }
  return [...points].sort((a, b) => a - b);
}

const alignUp = (value: number, origin: number, stepMs: number): number =>
  origin + Math.ceil((value - origin) / stepMs) * stepMs;
