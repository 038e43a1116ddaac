import type { Interval } from "./interval";
import { dayMs } from "./opening-hours";

/** UTC, split into date and time of day: 2026-11-24, 09:00:00. */
export type WireTimes = { fromDate: string; fromTime: string; toDate: string; toTime: string };

export const toWireTimes = (interval: Interval): WireTimes => wireClock()(interval);

/** Writes the times of one answer, each date and each time of day once: a month has a thousand windows, but few of these. */
export function wireClock(): (interval: Interval) => WireTimes {
  const dates = new Map<number, string>();
  const times = new Map<number, string>();
  const dateOf = (day: number) => remembered(dates, day, () => isoOf(day * dayMs).slice(0, 10));
  const timeOf = (ms: number) => remembered(times, ms, () => isoOf(ms).slice(11, 19));
  return ({ from, to }) => {
    const fromDay = Math.floor(from / dayMs);
    const toDay = Math.floor(to / dayMs);
    return {
      fromDate: dateOf(fromDay),
      fromTime: timeOf(from - fromDay * dayMs),
      toDate: dateOf(toDay),
      toTime: timeOf(to - toDay * dayMs),
    };
  };
}

const isoOf = (instant: number): string => new Date(instant).toISOString();

function remembered(known: Map<number, string>, key: number, write: () => string): string {
  const text = known.get(key) ?? write();
  known.set(key, text);
  return text;
}
