import type { CurrentAvailabilitySlot } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { assess } from "./assess";
import { loadPlan } from "./load-plan";
import { toRows } from "./offers";
import { daySpan, durationMsOf, type SlotQuery } from "./slot-query";
import { slotsOf } from "./slots-of";

/**
 * The slots of one local day, in order; none for a product that is not active. Throws not-found for another store's product,
 * invalid for a date, zone or duration that cannot be.
 */
export async function listSlots(ctx: Ctx, query: SlotQuery): Promise<CurrentAvailabilitySlot[]> {
  const plan = await loadPlan(ctx, query.productId);
  const span = daySpan(plan, query.date, query.timezone);
  const durationMs = durationMsOf(plan, query.duration);
  if (plan.product.status !== "active" || span.to <= plan.now) return [];
  const assessments = await assess(ctx, plan, { ...query, span, durationMs });
  return toRows(
    plan,
    assessments.flatMap((assessment) => slotsOf(plan, assessment, span)),
  );
}
