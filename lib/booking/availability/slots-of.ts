import { classesOf, type Assessment } from "./assess-candidates";
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
    .filter(({ from }) => earliest <= from && from < span.to)
    .map((time) => ({ time, candidate, attendees: time.seats, capacity: time.capacity }));
  return [...free, ...classes];
}
