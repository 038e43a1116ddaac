import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { assessCandidates, candidatesFor, type Assessment, type Wanted } from "./assess-candidates";
import { needOf } from "./candidates";
import type { Plan } from "./load-plan";
import { loadTaken } from "./load-taken";

export type Wish = Wanted & {
  /** A booking that is to be moved: its own time counts as free. */
  excludeAppointmentId?: string;
};

/** Assesses every candidate that fits the wish: one query for what is taken, the rest is arithmetic. */
export async function assess(ctx: Ctx, plan: Plan, wish: Wish): Promise<Assessment[]> {
  const { span, durationMs, excludeAppointmentId } = wish;
  const candidates = candidatesFor(plan, wish);
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
  return assessCandidates(plan, wish, taken);
}
