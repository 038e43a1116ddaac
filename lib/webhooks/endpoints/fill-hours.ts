import type { HourSlot } from "./shapes";
import { hoursSince } from "./last-day";

type Counted = Omit<HourSlot, "hour"> & { hour: Date };

/** One slot for each hour since then, those without a delivery too. */
export const fillHours = (since: Date, counted: Counted[]): HourSlot[] =>
  hoursSince(since).map((hour) => {
    const { delivered = 0, failed = 0, held = 0 } = counted.find((one) => +one.hour === +hour) ?? {};
    return { hour: hour.toISOString(), delivered, failed, held };
  });
