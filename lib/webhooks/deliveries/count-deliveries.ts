import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { deliveryCountMax, deliveryStatuses, type DeliveryStatus } from "../contract";

/** How many deliveries stand at each status; counting stops at `deliveryCountMax`, so that it stays quick in a large store. */
export async function countDeliveries(
  ctx: Ctx,
  { endpointId = null }: { endpointId?: string | null } = {},
): Promise<Record<DeliveryStatus, number>> {
  const rows = await (ctx.tx ?? db()).$queryRaw<{ status: DeliveryStatus; count: number }[]>`
    SELECT s.status, (
      SELECT count(*)::int FROM (
        SELECT 1 FROM delivery d
        WHERE d.store_id = ${ctx.storeId}::uuid AND d.status = s.status
          AND (${endpointId}::text IS NULL OR d.endpoint_id = ${endpointId})
        LIMIT ${deliveryCountMax}
      ) counted
    ) AS count
    FROM unnest(${[...deliveryStatuses]}::text[]) AS s(status)`;
  return Object.fromEntries(rows.map(({ status, count }) => [status, count])) as Record<
    DeliveryStatus,
    number
  >;
}
