import { dayMs, type Hours, type OpeningHours } from "./opening-hours";

type HoursRow = {
  /** 1 Monday … 7 Sunday; null where dates are given. */
  day: number | null;
  /** YYYY-MM-DD */
  fromDate: string | null;
  toDate: string | null;
  /** HH:MM:SS; where it ends at or before its start, it goes on past midnight. */
  fromTime: string;
  toTime: string;
  status: string;
};

export type ScheduleRow = {
  id: string;
  timezone: string;
  status: string;
  gapMinutes: number;
  appointmentsGapSeconds: number;
  advanceDays: number;
  hours: HoursRow[];
};

/** What bounds a booking: opening hours, the grid of slots, the gap kept after each, and how far ahead one may book. */
export type Bounds = OpeningHours & { gapAfterMs: number; advanceDays: number };

/** A schedule that is not active opens nothing. */
export function readSchedule(row: ScheduleRow): Bounds {
  return {
    timezone: row.timezone,
    stepMs: row.gapMinutes * 60_000,
    hours: row.status === "active" ? row.hours.map(readHours) : [],
    gapAfterMs: row.appointmentsGapSeconds * 1000,
    advanceDays: row.advanceDays,
  };
}

function readHours(row: HoursRow): Hours {
  const from = timeOfDayMs(row.fromTime);
  const until = timeOfDayMs(row.toTime);
  const span = { from, to: until > from ? until : until + dayMs, open: row.status === "available" };
  if (row.fromDate === null) return { ...span, day: row.day ?? 0 };
  return { ...span, fromDateMs: Date.parse(row.fromDate), toDateMs: Date.parse(row.toDate ?? row.fromDate) };
}

function timeOfDayMs(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
