import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";

/** How many of the store's endpoints are failing at the moment: what every page of it shows, so no figures are read. */
export function countFailingEndpoints(ctx: Ctx): Promise<number> {
  return (ctx.tx ?? db()).endpoint.count({
    where: { storeId: ctx.storeId, deletedAt: null, disabledAt: null, work: { troubled: true } },
  });
}
