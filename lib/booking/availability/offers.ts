import type { CurrentAvailabilitySlot } from "@/lib/events/contract";
import type { Assessment } from "./assess";
import type { Candidate } from "./candidates";
import type { Interval } from "./interval";
import type { Plan } from "./load-plan";
import { toWireTimes } from "./to-wire-slot";

/** A time at which one candidate can be booked, or (attendees = capacity) could have been. */
export type Offer = Interval & { candidate: Candidate; attendees: number; capacity: number };

/**
 * One row for each from and to, in order, with all who offer it. Of several classes at one time, those with room count, and
 * the row tells of the emptiest; full ones show only where no other is left.
 */
export function toRows(plan: Plan, offers: Offer[]): CurrentAvailabilitySlot[] {
  const byTime = new Map<string, Offer[]>();
  for (const offer of offers) {
    const key = `${offer.from}-${offer.to}`;
    const same = byTime.get(key);
    if (same) same.push(offer);
    else byTime.set(key, [offer]);
  }
  return [...byTime.values()]
    .sort(([a], [b]) => a!.from - b!.from || a!.to - b!.to)
    .map((same) => toRow(plan, same));
}

function toRow(plan: Plan, same: Offer[]): CurrentAvailabilitySlot {
  const withRoom = same.filter((offer) => offer.attendees < offer.capacity);
  const shown = withRoom.length > 0 ? withRoom : same;
  const emptiest = shown.reduce((a, b) => (b.capacity - b.attendees > a.capacity - a.attendees ? b : a));
  return {
    productId: plan.product.id,
    ...toWireTimes(emptiest),
    staffMemberIds: idsOf(shown, ({ staffMember }) => staffMember),
    locationIds: idsOf(shown, ({ location }) => location),
    attendees: emptiest.attendees,
    maxAttendees: emptiest.capacity,
  };
}

/** Null where the product names nobody, or no place. */
function idsOf(offers: Offer[], of: (candidate: Candidate) => { id: string } | null): string[] | null {
  const ids = new Set(offers.flatMap(({ candidate }) => of(candidate)?.id ?? []));
  return ids.size > 0 ? [...ids] : null;
}

export const offerOf = (plan: Plan, { candidate }: Assessment, time: Interval): Offer => ({
  ...time,
  candidate,
  attendees: 0,
  capacity: plan.product.maxAttendees,
});
