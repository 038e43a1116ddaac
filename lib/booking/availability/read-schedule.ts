import type { Prisma } from "@/lib/platform/db";
import { dayMs, type Hours, type OpeningHours } from "./opening-hours";

export type ScheduleRow = Prisma.ScheduleGetPayload<{ include: { hours: true } }>;

/** What bounds a booking: opening hours, the grid of slots, the gap kept after each, and how far ahead one may book. */
export type Bounds = OpeningHours & { gapAfterMs: number; advanceDays: number };

/** A schedule that is not active opens nothing. */
export function readSchedule(row: ScheduleRow): Bounds {
  return {
    timezone: row.timezone,
    stepMs: row.gapMinutes * 60_000,
    hours: row.status === "active" ? row.hours.map(readHours) : [],
    gapAfterMs: row.appointmentsGapSeconds * 1000,
    advanceDays: row.advanceScheduleDays,
  };
}

function readHours(row: ScheduleRow["hours"][number]): Hours {
  const from = timeOfDayMs(row.fromTime);
  const until = timeOfDayMs(row.toTime);
  const span = { from, to: until > from ? until : until + dayMs, open: row.status === "available" };
  if (row.fromDate) {
    return { ...span, fromDateMs: row.fromDate.getTime(), toDateMs: (row.toDate ?? row.fromDate).getTime() };
  }
  return { ...span, day: row.day ?? 0 };
}

function timeOfDayMs(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
