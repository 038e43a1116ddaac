import { startOfDayAfter } from "./zone";
import type { Need } from "./free-starts";
import type { Given, Plan, PlanLocation, PlanStaffMember } from "./load-plan";
import type { Bounds } from "./read-schedule";
import { remember } from "./remember";

/** One way to give a product: by whom and where, and what then bounds and occupies it. */
export type Candidate = {
  staffMember: PlanStaffMember | null;
  location: PlanLocation | null;
  /** What a booking occupies: the person, whatever the product; else the product at its place. */
  resource: string;
  /** The product's own schedule, the person's, the place's; the first sets the grid. Empty: never open. */
  bounds: Bounds[];
  /** A booking begins before this instant. */
  horizon: number;
};

/**
 * Every active person at every active place. A staff member without locations works at all of the product's. A product
 * that names people or places can be given by those only, so that it has no candidate when all of them are inactive.
 */
export function candidatesOf(given: Given): Candidate[] {
  const { product, staff, locations } = given;
  const people = staff.length > 0 ? staff.filter(isActive) : [null];
  const places = locations.length > 0 ? locations.filter(isActive) : [null];
  const horizonAfter = horizons(given);
  return people.flatMap((staffMember) =>
    places
      .filter((location) => !staffMember || !location || worksAt(staffMember, location))
      .map((location) => {
        const resource = staffMember
          ? `staff:${staffMember.id}`
          : `self:${product.id}:${location?.id ?? "none"}`;
        const bounds = [product, staffMember, location].flatMap((row) => boundsOf(given, row));
        return {
          staffMember,
          location,
          resource,
          bounds,
          horizon: horizonAfter(advanceDaysOf(given, bounds)),
        };
      }),
  );
}

/** The horizon of whoever may be booked furthest ahead. */
export function furthestHorizon(plan: Plan): number {
  if (plan.candidates.length === 0) return horizons(plan)(advanceDaysOf(plan, []));
  return Math.max(...plan.candidates.map((candidate) => candidate.horizon));
}

/** The buffers that a booking of `durationMs` needs; the longest of the schedules' gaps counts. */
export function needOf(plan: Plan, candidate: Candidate, durationMs: number): Need {
  const { beforeGapSeconds, afterGapSeconds } = plan.product;
  const gapMs = Math.max(0, ...candidate.bounds.map((b) => b.gapAfterMs));
  return { durationMs, beforeMs: beforeGapSeconds * 1000, afterMs: afterGapSeconds * 1000 + gapMs };
}

function boundsOf({ bounds }: Given, row: { scheduleId: string | null } | null): Bounds[] {
  const found = row?.scheduleId ? bounds.get(row.scheduleId) : undefined;
  return found ? [found] : [];
}

/** The tightest limit of the product and its schedules; the store's where none of them sets one. */
function advanceDaysOf({ store, product }: Given, bounds: Bounds[]): number {
  const limits = [product, ...bounds].map((row) => row.advanceDays).filter((days) => days >= 0);
  return limits.length > 0 ? Math.min(...limits) : store.advanceDays;
}

/** The end of the last day that may be booked, in the store's zone. */
const horizons = ({ now, store }: Given) =>
  remember((days: number) => startOfDayAfter(now, days + 1, store.timezone));

const isActive = (row: { status: string }) => row.status === "active";

const worksAt = (staffMember: PlanStaffMember, location: PlanLocation) =>
  staffMember.locationIds.length === 0 || staffMember.locationIds.includes(location.id);
