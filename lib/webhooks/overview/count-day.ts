import type { Tx } from "@/lib/platform/db";
import type { DeliveryStatus } from "../deliveries/shapes";

export type Day = { tx: Tx; storeId: string; since: Date; sinceId: string };

/** What became of the store's deliveries so far, by the hour in which they were made. */
export const countDay = ({ tx, storeId, since, sinceId }: Day) =>
  tx.$queryRaw<{ hour: Date; status: DeliveryStatus; count: number }[]>`
    SELECT date_trunc('hour', created_at, 'UTC') AS hour, status, count(*)::int AS count FROM delivery
    WHERE store_id = ${storeId}::uuid AND id >= ${sinceId} AND created_at >= ${since} GROUP BY 1, 2`;

/** Milliseconds that all but the slowest twentieth of last attempts stayed within; null when there was none. */
export async function measureDay({ tx, storeId, since, sinceId }: Day): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ p95: number | null }[]>`
    SELECT percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms) AS p95 FROM delivery
    WHERE store_id = ${storeId}::uuid AND id >= ${sinceId} AND created_at >= ${since} AND duration_ms IS NOT NULL`;
  return row?.p95 ?? null;
}
