import type { SlotRefusal } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import type { Tx } from "@/lib/platform/db";
import { assess } from "./assess";
import { classesOf, type Assessment } from "./assess-candidates";
import { durationProblem } from "./booking-duration";
import { occupied } from "./free-starts";
import { covers, overlap, type Interval } from "./interval";
import { loadPlan, type Plan, type PlanLocation, type PlanProduct, type PlanStaffMember } from "./load-plan";
import { pointsOn } from "./opening-hours";
import { localDate, localDay } from "./zone";

export type WantedSlot = {
  productId: string;
  locationId?: string | null;
  /** Absent: the free one with the fewest bookings that day. */
  staffMemberId?: string | null;
  from: Date;
  to: Date;
  seats: number;
  /** A booking that is being moved or looked at again: its own time counts as free. */
  excludeAppointmentId?: string;
  /** How long the booking that is being moved takes already. */
  bookedSeconds?: number;
};

export type ResolvedSlot =
  | {
      ok: true;
      product: PlanProduct;
      staffMember: PlanStaffMember | null;
      location: PlanLocation | null;
      /** What the booking occupies, and for how long with its buffers. */
      resource: string;
      during: { from: Date; to: Date };
      capacity: number;
    }
  | { ok: false; reason: SlotRefusal };

/**
 * Whether the slot can be booked now, and by whom and where it then is. The answer holds until somebody else takes the time:
 * occupancy decides, under the resource's lock. Throws not-found for another store's product.
 */
export async function resolveSlot(tx: Tx, ctx: Ctx, slot: WantedSlot): Promise<ResolvedSlot> {
  const within = { ...ctx, tx };
  const plan = await loadPlan(within, slot.productId);
  const booking = { from: slot.from.getTime(), to: slot.to.getTime() };
  const early = refusalBeforeLooking(plan, slot, booking);
  if (early) return { ok: false, reason: early };

  const { timezone } = plan.store;
  const day = localDay(localDate(booking.from, timezone), timezone, "from");
  const assessments = await assess(within, plan, {
    ...slot,
    span: day,
    durationMs: booking.to - booking.from,
  });
  const answers = assessments.map((assessment) => ({
    assessment,
    answer: answerOf(plan, assessment, booking, slot.seats),
  }));
  const [best] = answers
    .filter(({ answer }) => typeof answer === "object")
    .sort((a, b) => bookingsOn(day, a.assessment) - bookingsOn(day, b.assessment));
  if (!best || typeof best.answer !== "object") {
    return { ok: false, reason: worthTelling(answers.map(({ answer }) => answer)) };
  }
  const { candidate, need } = best.assessment;
  const during = occupied(booking, need);
  return {
    ok: true,
    product: plan.product,
    staffMember: candidate.staffMember,
    location: candidate.location,
    resource: candidate.resource,
    during: { from: new Date(during.from), to: new Date(during.to) },
    capacity: best.answer.capacity,
  };
}

function refusalBeforeLooking(plan: Plan, slot: WantedSlot, booking: Interval): SlotRefusal | undefined {
  const { product, staff, locations, now } = plan;
  if (product.status !== "active") return "product_inactive";
  if (!isOffered(slot.staffMemberId, staff)) return "staff_unavailable";
  if (!isOffered(slot.locationId, locations)) return "location_unavailable";
  if (booking.from < now) return "slot_in_past";
  if (durationProblem(product, (booking.to - booking.from) / 1000, slot.bookedSeconds))
    return "outside_availability";
  if (slot.seats > product.maxAttendees) return "capacity_exceeded";
  return undefined;
}

/** With nobody chosen, somebody has to be active where the product names people; likewise for places. */
function isOffered(chosen: string | null | undefined, rows: { id: string; status: string }[]): boolean {
  if (!chosen && rows.length === 0) return true;
  return rows.some((row) => row.status === "active" && (!chosen || row.id === chosen));
}

type Answer = { capacity: number } | SlotRefusal;

function answerOf(plan: Plan, assessment: Assessment, booking: Interval, seats: number): Answer {
  const { candidate, need, windows, grid, taken } = assessment;
  if (booking.from >= candidate.horizon) return "outside_availability";
  if (!covers(windows, booking)) return "outside_availability";
  const running = classesOf(plan, assessment).find(
    ({ from, to }) => from === booking.from && to === booking.to,
  );
  if (running) {
    return running.seats + seats <= running.capacity ? { capacity: running.capacity } : "capacity_exceeded";
  }
  const start = { from: booking.from, to: booking.from + 1 };
  if (pointsOn(grid, [start]).length === 0) return "outside_availability";
  const span = occupied(booking, need);
  return taken.busy.some((busy) => overlap(busy, span))
    ? "slot_taken"
    : { capacity: plan.product.maxAttendees };
}

const bookingsOn = (day: Interval, { taken }: Assessment): number =>
  taken.busy.filter((busy) => overlap(busy, day)).length;

/** Of several refusals the one that was nearest to a booking; no candidate at all means the person is not at that place. */
function worthTelling(answers: Answer[]): SlotRefusal {
  const order: SlotRefusal[] = ["capacity_exceeded", "slot_taken", "outside_availability"];
  return order.find((reason) => answers.includes(reason)) ?? "location_unavailable";
}
