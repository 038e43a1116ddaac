import type { Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { deliveryStatuses, type DeliveryStatus } from "../deliveries/shapes";
import type { Overview } from "./shapes";
import { hoursSince, lastDay } from "../endpoints/last-day";
import { listEndpoints } from "../endpoints/list-endpoints";
import { countDay, measureDay } from "./count-day";
import { latestEvents } from "./latest-events";
import { listNeeds } from "./list-needs";

/** How the store's webhooks did in the last 24 hours, and what needs somebody. */
export async function getOverview(ctx: Ctx): Promise<Overview> {
  const tx = ctx.tx ?? db();
  const now = await policyNow(tx);
  const day = { tx, storeId: ctx.storeId, ...lastDay(now) };
  const endpoints = await listEndpoints(ctx);
  const counted = await countDay(day);
  const of = (statuses: DeliveryStatus[], hour?: Date) =>
    counted
      .filter((one) => statuses.includes(one.status) && (!hour || +one.hour === +hour))
      .reduce((total, { count }) => total + count, 0);
  const delivered = of(["delivered"]);
  const finished = delivered + of(["failed", "exhausted"]);
  return {
    at: now.toISOString(),
    since: day.since.toISOString(),
    counts: Object.fromEntries(
      deliveryStatuses.map((status) => [status, of([status])]),
    ) as Overview["counts"],
    successRate: finished === 0 ? null : delivered / finished,
    p95Ms: await measureDay(day),
    hours: hoursSince(day.since).map((hour) => ({
      hour: hour.toISOString(),
      delivered: of(["delivered"], hour),
      failed: of(["failed", "exhausted"], hour),
      held: of(["held"], hour),
      pending: of(["pending"], hour),
    })),
    needs: await listNeeds(day, endpoints),
    events: await latestEvents(ctx),
    endpoints,
  };
}
