import { startOfDayAfter } from "./zone";
import type { Need } from "./free-starts";
import type { PlanLocation, Plan, PlanStaffMember } from "./load-plan";
import type { Bounds } from "./read-schedule";

/** One way to give a product: by whom and where, and what then bounds and occupies it. */
export type Candidate = {
  staffMember: PlanStaffMember | null;
  location: PlanLocation | null;
  /** What a booking occupies: the person, whatever the product; else the product at its place. */
  resource: string;
  /** The product's own schedule, the person's, the place's; the first sets the grid. Empty: never open. */
  bounds: Bounds[];
};

/**
 * Every active person at every active place. A staff member without locations works at all of the product's. A product
 * that names people or places can be given by those only, so that it has no candidate when all of them are inactive.
 */
export function candidatesOf(plan: Plan): Candidate[] {
  const { product, staff, locations } = plan;
  const people = staff.length > 0 ? staff.filter(isActive) : [null];
  const places = locations.length > 0 ? locations.filter(isActive) : [null];
  return people.flatMap((staffMember) =>
    places
      .filter((location) => !staffMember || !location || worksAt(staffMember, location))
      .map((location) => ({
        staffMember,
        location,
        resource: staffMember ? `staff:${staffMember.id}` : `self:${product.id}:${location?.id ?? "none"}`,
        bounds: [product, staffMember, location].flatMap(
          (row) => (row?.scheduleId && plan.bounds.get(row.scheduleId)) || [],
        ),
      })),
  );
}

/** The buffers that a booking of `durationMs` needs; the longest of the schedules' gaps counts. */
export function needOf(plan: Plan, candidate: Candidate, durationMs: number): Need {
  const { beforeGapSeconds, afterGapSeconds } = plan.product;
  const gapMs = Math.max(0, ...candidate.bounds.map((b) => b.gapAfterMs));
  return { durationMs, beforeMs: beforeGapSeconds * 1000, afterMs: afterGapSeconds * 1000 + gapMs };
}

/**
 * The instant before which a booking must begin: the end of the last day that may be booked, in the store's zone. The
 * tightest limit of the product and its schedules counts; the store's holds where none of them sets one.
 */
export function horizonOf({ now, store, product }: Plan, bounds: Bounds[]): number {
  const limits = [product.advanceDays, ...bounds.map((b) => b.advanceDays)].filter((days) => days >= 0);
  const days = limits.length > 0 ? Math.min(...limits) : store.advanceDays;
  return startOfDayAfter(now, days + 1, store.timezone);
}

const isActive = (row: { status: string }) => row.status === "active";

const worksAt = (staffMember: PlanStaffMember, location: PlanLocation) =>
  staffMember.locationIds.length === 0 || staffMember.locationIds.includes(location.id);
