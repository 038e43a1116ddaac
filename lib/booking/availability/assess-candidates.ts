import { needOf, type Candidate } from "./candidates";
import { freeStarts, secondMs, upToSecond, type Need } from "./free-starts";
import { covers, intersect, type Interval } from "./interval";
import type { Plan } from "./load-plan";
import type { RunningClass, Taken } from "./load-taken";
import { dayMs, openingsOf, type GridRun, type Openings } from "./opening-hours";
import type { Bounds } from "./read-schedule";
import { remember } from "./remember";
import { offsetPieces } from "./zone";

export type Wanted = {
  /** Bookings that begin within it. */
  span: Interval;
  durationMs: number;
  staffMemberId?: string | null;
  locationId?: string | null;
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

/** The candidates that fit the wish. */
export const candidatesFor = (plan: Plan, { staffMemberId, locationId }: Wanted): Candidate[] =>
  plan.candidates.filter(
    ({ staffMember, location }) =>
      (!staffMemberId || staffMember?.id === staffMemberId) && (!locationId || location?.id === locationId),
  );

/** What each of them has to offer, given what is taken by resource. */
export function assessCandidates(plan: Plan, wanted: Wanted, taken: Map<string, Taken>): Assessment[] {
  const { span, durationMs } = wanted;
  const openings = openingsBySchedule({ from: span.from, to: span.to + durationMs });
  return candidatesFor(plan, wanted).map((candidate) => {
    const need = needOf(plan, candidate, durationMs);
    const own = taken.get(candidate.resource) ?? { busy: [], classes: [] };
    const [leading, ...others] = candidate.bounds.map(openings);
    const windows = others.reduce((open, { windows }) => intersect(open, windows), leading?.windows ?? []);
    const bookable = {
      from: Math.max(span.from, upToSecond(plan.now)),
      to: Math.min(span.to, candidate.horizon - secondMs + 1),
    };
    const starts = freeStarts(windows, own.busy, need, bookable);
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

/** Staff members often share a schedule, and nearly all schedules a zone: each is turned into instants once. */
function openingsBySchedule({ from, to }: Interval): (bounds: Bounds) => Openings {
  const piecesOf = remember((zone: string) => offsetPieces(zone, { from: from - dayMs, to: to + dayMs }));
  return remember((bounds: Bounds) => openingsOf(bounds, piecesOf(bounds.timezone)));
}
