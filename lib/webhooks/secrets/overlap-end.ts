import { invalid } from "@/lib/platform/errors";
import { overlapHoursMax } from "./shapes";

const hourMs = 3_600_000;

/** When what is replaced now ends. Throws `invalid` on `overlapHours`. */
export function overlapEnd(now: Date, overlapHours: number): Date {
  if (!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > overlapHoursMax)
    throw invalid("overlapHours", `Enter whole hours from 0 to ${overlapHoursMax}.`);
  return new Date(now.getTime() + overlapHours * hourMs);
}
