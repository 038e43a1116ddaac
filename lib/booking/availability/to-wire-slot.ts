import type { Interval } from "./interval";
import { dayMs } from "./opening-hours";
import { remember } from "./remember";

/** UTC, split into date and time of day: 2026-11-24, 09:00:00. */
export type WireTimes = { fromDate: string; fromTime: string; toDate: string; toTime: string };

export const toWireTimes = (interval: Interval): WireTimes => wireClock()(interval);

/** Writes the times of one answer, each date and each time of day once: a month has a thousand windows, but few of these. */
export function wireClock(): (interval: Interval) => WireTimes {
  const dateOf = remember((day: number) => isoOf(day * dayMs).slice(0, 10));
  const timeOf = remember((ms: number) => isoOf(ms).slice(11, 19));
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
