import { classesOf, type Assessment } from "./assess";
import { offerOf, type Offer } from "./offers";
import type { Interval } from "./interval";
import type { Plan } from "./load-plan";
import { pointsOn } from "./opening-hours";

/** The exact slots that begin within `span`: free ones, and classes that run then, full or not. */
export function slotsOf(plan: Plan, assessment: Assessment, span: Interval): Offer[] {
  const { candidate, need, grid, starts } = assessment;
  const free = pointsOn(grid, starts).map((from) =>
    offerOf(plan, assessment, { from, to: from + need.durationMs }),
  );
  const earliest = Math.max(span.from, plan.now);
  const classes = classesOf(plan, assessment)
    .filter((row) => earliest <= row.bookedFrom && row.bookedFrom < span.to)
    .map((row) => ({
      from: row.bookedFrom,
      to: row.bookedTo,
      candidate,
      attendees: row.seats,
      capacity: row.capacity,
    }));
  return [...free, ...classes];
}
