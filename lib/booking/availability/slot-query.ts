import { invalid } from "@/lib/platform/errors";
import { requireDuration } from "./booking-duration";
import { furthestHorizon } from "./candidates";
import type { Interval } from "./interval";
import type { Plan } from "./load-plan";
import { localDate, localDay, requireZone } from "./zone";

export type SlotQuery = {
  productId: string;
  /** YYYY-MM-DD in `timezone`. */
  date: string;
  /** Chooses the local day only; answers are UTC. The store's when absent. */
  timezone?: string;
  locationId?: string;
  staffMemberId?: string;
  /** Seconds; the product's own when absent. */
  duration?: number;
  /** A booking that is to be moved: its own time counts as free. */
  excludeAppointmentId?: string;
};

/** The instants of the day that is asked for. Throws invalid, naming `date` or `timezone`; also for a day beyond the horizon. */
export function daySpan(plan: Plan, date: string, timezone = plan.store.timezone): Interval {
  requireZone(timezone, "timezone");
  const day = localDay(date, timezone, "date");
  const horizon = furthestHorizon(plan);
  if (day.from >= horizon) {
    throw invalid("date", `This product can be booked until ${localDate(horizon - 1, plan.store.timezone)}.`);
  }
  return day;
}

export const durationMsOf = (plan: Plan, seconds?: number): number =>
  requireDuration(plan.product, seconds) * 1000;
