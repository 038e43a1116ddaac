import type { CurrentAvailabilitySlot } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { assess } from "./assess";
import { furthestHorizon } from "./candidates";
import { freeWindows } from "./free-starts";
import { loadPlan } from "./load-plan";
import { offerOf, toRows } from "./offers";
import { daySpan, durationMsOf, type SlotQuery } from "./slot-query";

export type RangeQuery = Omit<SlotQuery, "date"> & { date?: string };

/**
 * Windows within which bookings can be placed, of one local day or (without a date) up to the horizon; those shorter than
 * the duration are left out. Throws as `listSlots` does.
 */
export async function listRanges(ctx: Ctx, query: RangeQuery): Promise<CurrentAvailabilitySlot[]> {
  const plan = await loadPlan(ctx, query.productId);
  const span = query.date
    ? daySpan(plan, query.date, query.timezone)
    : { from: plan.now, to: furthestHorizon(plan) };
  const durationMs = durationMsOf(plan, query.duration);
  if (plan.product.status !== "active" || span.to <= plan.now) return [];
  const assessments = await assess(ctx, plan, { ...query, span, durationMs });
  return toRows(
    plan,
    assessments.flatMap((assessment) =>
      freeWindows(assessment.starts, durationMs).map((window) => offerOf(plan, assessment, window)),
    ),
  );
}
