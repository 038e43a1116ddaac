import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { deliveryCountMax, deliveryStatuses, type DeliveryStatus } from "./shapes";
import { narrow, type DeliveryFilter } from "./delivery-filter";

/**
 * How many of the store's deliveries stand at each status, whatever the filter's own; counting stops at `deliveryCountMax`,
 * so that it stays quick in a large store. Throws `invalid` on `from` or `to`.
 */
export async function countDeliveries(
  ctx: Ctx,
  filter: DeliveryFilter = {},
): Promise<Record<DeliveryStatus, number>> {
  const tx = ctx.tx ?? db();
  const counts = {} as Record<DeliveryStatus, number>;
  // One statement each: the planner must know the status, or it reads the table.
  for (const status of deliveryStatuses) {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM delivery d WHERE ${await narrow(tx, ctx.storeId, { ...filter, status })}
        LIMIT ${deliveryCountMax}
      ) found`;
    counts[status] = row?.count ?? 0;
  }
  return counts;
}
