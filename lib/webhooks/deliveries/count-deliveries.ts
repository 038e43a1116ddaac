import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { deliveryCountMax, deliveryStatuses, type DeliveryStatus } from "../contract";

/** How many deliveries stand at each status; counting stops at `deliveryCountMax`, so that it stays quick in a large store. */
export async function countDeliveries(
  ctx: Ctx,
  { endpointId }: { endpointId?: string } = {},
): Promise<Record<DeliveryStatus, number>> {
  const counts = {} as Record<DeliveryStatus, number>;
  // One statement each: the planner must know the status, or it reads the table.
  for (const status of deliveryStatuses) {
    counts[status] = await (ctx.tx ?? db()).delivery.count({
      where: { storeId: ctx.storeId, status, endpointId },
      take: deliveryCountMax,
    });
  }
  return counts;
}
