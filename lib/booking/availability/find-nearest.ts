import type { AvailabilitySlot } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { assess, type Wish } from "./assess";
import { furthestHorizon } from "./candidates";
import { loadPlan, type Plan } from "./load-plan";
import type { Offer } from "./offers";
import { dayMs } from "./opening-hours";
import { durationMsOf, type SlotQuery } from "./slot-query";
import { slotsOf } from "./slots-of";
import { toWireTimes } from "./to-wire-slot";

type NearestQuery = Pick<SlotQuery, "productId" | "locationId" | "staffMemberId" | "excludeAppointmentId">;

const firstLookMs = 7 * dayMs;

/** The first slot that can still be booked, up to the horizon; null where there is none. Throws not-found as `listSlots` does. */
export async function findNearest(ctx: Ctx, query: NearestQuery): Promise<AvailabilitySlot | null> {
  const plan = await loadPlan(ctx, query.productId);
  if (plan.product.status !== "active") return null;
  const horizon = furthestHorizon(plan);
  const durationMs = durationMsOf(plan);
  for (let from = plan.now, lookMs = firstLookMs; from < horizon; from += lookMs, lookMs *= 2) {
    const nearest = await earliest(ctx, plan, {
      ...query,
      durationMs,
      span: { from, to: Math.min(from + lookMs, horizon) },
    });
    if (nearest) return toSlot(plan, nearest);
  }
  return null;
}

async function earliest(ctx: Ctx, plan: Plan, wish: Wish) {
  const assessments = await assess(ctx, plan, wish);
  const offers = assessments
    .flatMap((assessment) => slotsOf(plan, assessment, wish.span))
    .filter((offer) => offer.attendees < offer.capacity);
  return offers.reduce<Offer | undefined>((a, b) => (a && a.time.from <= b.time.from ? a : b), undefined);
}

const toSlot = (plan: Plan, { candidate, time }: Offer): AvailabilitySlot => ({
  productId: plan.product.id,
  ...toWireTimes(time),
  locationId: candidate.location?.id ?? null,
  staffMemberId: candidate.staffMember?.id ?? null,
});
