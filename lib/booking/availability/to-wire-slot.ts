import type { Interval } from "./interval";

/** UTC, split into date and time of day: 2026-11-24, 09:00:00. */
export function toWireTimes({ from, to }: Interval) {
  const [fromDate, fromTime] = split(from);
  const [toDate, toTime] = split(to);
  return { fromDate, fromTime, toDate, toTime };
}

function split(instant: number): [date: string, time: string] {
  const iso = new Date(instant).toISOString();
  return [iso.slice(0, 10), iso.slice(11, 19)];
}
