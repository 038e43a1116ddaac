import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { candidatesOf, needOf, type Candidate } from "./candidates";
import { freeStarts, type Need } from "./free-starts";
import { covers, intersect, type Interval } from "./interval";
import type { Plan } from "./load-plan";
import { loadTaken, type RunningClass, type Taken } from "./load-taken";
import { openingsOf, type GridRun, type Openings } from "./opening-hours";
import type { Bounds } from "./read-schedule";

export type Wanted = {
  /** Bookings that begin within it. */
  span: Interval;
  durationMs: number;
  staffMemberId?: string | null;
  locationId?: string | null;
  excludeAppointmentId?: string;
};

/** What one candidate has to offer within the wanted span. */
export type Assessment = {
  candidate: Candidate;
  need: Need;
  /** When all of its schedules are open. */
  windows: Interval[];
  grid: GridRun[];
  /** What is taken of its resource around the span. */
  taken: Taken;
  /** Where a booking may begin on time that nothing takes; neither past nor beyond the horizon. */
  starts: Interval[];
};

/** Assesses every candidate that fits the wish: one query for what is taken, the rest is arithmetic. */
export async function assess(ctx: Ctx, plan: Plan, wanted: Wanted): Promise<Assessment[]> {
  const { span, durationMs, staffMemberId, locationId, excludeAppointmentId } = wanted;
  const candidates = candidatesOf(plan).filter(
    ({ staffMember, location }) =>
      (!staffMemberId || staffMember?.id === staffMemberId) && (!locationId || location?.id === locationId),
  );
  if (candidates.length === 0) return [];
  const needs = candidates.map((candidate) => needOf(plan, candidate, durationMs));
  const taken = await loadTaken(ctx.tx ?? db(), {
    storeId: ctx.storeId,
    productId: plan.product.id,
    resources: [...new Set(candidates.map((candidate) => candidate.resource))],
    span: {
      from: span.from - Math.max(...needs.map((need) => need.beforeMs)),
      to: span.to + durationMs + Math.max(...needs.map((need) => need.afterMs)),
    },
    now: plan.now,
    excludeAppointmentId,
  });
  const openings = openingsBySchedule({ from: span.from, to: span.to + durationMs });
  return candidates.map((candidate, index) => {
    const need = needs[index]!;
    const own = taken.get(candidate.resource) ?? { busy: [], classes: [] };
    const [leading, ...others] = candidate.bounds.map(openings);
    const windows = others.reduce((open, { windows }) => intersect(open, windows), leading?.windows ?? []);
    const bookable = {
      from: Math.max(span.from, plan.now),
      to: Math.min(span.to, candidate.horizon),
    };
    const starts =
      bookable.from < bookable.to ? intersect(freeStarts(windows, own.busy, need), [bookable]) : [];
    return { candidate, need, windows, grid: leading?.grid ?? [], taken: own, starts };
  });
}

/** Classes of this product at the candidate's place, within its hours and of the wanted duration; full ones too. */
export function classesOf(plan: Plan, { candidate, need, windows, taken }: Assessment): RunningClass[] {
  if (plan.product.maxAttendees <= 1) return [];
  return taken.classes.filter(
    (running) =>
      running.locationId === (candidate.location?.id ?? null) &&
      running.to - running.from === need.durationMs &&
      covers(windows, running),
  );
}

/** Staff members often share a schedule: each is turned into instants once. */
function openingsBySchedule(span: Interval): (bounds: Bounds) => Openings {
  const known = new Map<Bounds, Openings>();
  return (bounds) => {
    const openings = known.get(bounds) ?? openingsOf(bounds, span);
    known.set(bounds, openings);
    return openings;
  };
}
