import type { CurrentAvailabilitySlot } from "@/lib/events/contract";
import type { Assessment } from "./assess-candidates";
import type { Candidate } from "./candidates";
import type { Interval } from "./interval";
import type { Plan } from "./load-plan";
import { wireClock, type WireTimes } from "./to-wire-slot";

/** A time at which one candidate can be booked, or (attendees = capacity) could have been. */
export type Offer = { time: Interval; candidate: Candidate; attendees: number; capacity: number };

/**
 * One row for each from and to, in order, with all who offer it. Of several classes at one time, those with room count, and
 * the row tells of the emptiest; full ones show only where no other is left.
 */
export function toRows(plan: Plan, offers: Offer[]): CurrentAvailabilitySlot[] {
  const wireTimes = wireClock();
  const inOrder = offers.toSorted(byTime);
  const rows: CurrentAvailabilitySlot[] = [];
  for (let first = 0, next = 0; first < inOrder.length; first = next) {
    const { time } = inOrder[first]!;
    while (next < inOrder.length && byTime(inOrder[first]!, inOrder[next]!) === 0) next++;
    rows.push(toRow(plan, inOrder.slice(first, next), wireTimes(time)));
  }
  return rows;
}

/** Its answers are small: a difference of instants is not, and would be put on the heap at each of many comparisons. */
const byTime = ({ time: a }: Offer, { time: b }: Offer): number =>
  a.from === b.from ? Math.sign(a.to - b.to) : a.from < b.from ? -1 : 1;

function toRow(plan: Plan, same: Offer[], times: WireTimes): CurrentAvailabilitySlot {
  const withRoom = same.filter((offer) => offer.attendees < offer.capacity);
  const shown = withRoom.length > 0 ? withRoom : same;
  const emptiest = shown.reduce((a, b) => (b.capacity - b.attendees > a.capacity - a.attendees ? b : a));
  return {
    productId: plan.product.id,
    ...times,
    staffMemberIds: idsOf(shown, ({ staffMember }) => staffMember),
    locationIds: idsOf(shown, ({ location }) => location),
    attendees: emptiest.attendees,
    maxAttendees: emptiest.capacity,
  };
}

/** Null where the product names nobody, or no place. */
function idsOf(offers: Offer[], of: (candidate: Candidate) => { id: string } | null): string[] | null {
  const ids = new Set<string>();
  for (const { candidate } of offers) {
    const id = of(candidate)?.id;
    if (id) ids.add(id);
  }
  return ids.size > 0 ? [...ids] : null;
}

export const offerOf = (plan: Plan, { candidate }: Assessment, time: Interval): Offer => ({
  time,
  candidate,
  attendees: 0,
  capacity: plan.product.maxAttendees,
});
