import type { Tx } from "@/lib/platform/db";
import type { LastFailure } from "./shapes";

/** Whose deliveries, and since when; `sinceId` lets an index of ids find them. */
export type Scope = {
  tx: Tx;
  storeId: string;
  endpointId: string | undefined;
  since: Date;
  sinceId: string;
};

export type HourCount = {
  endpointId: string;
  hour: Date;
  delivered: number;
  failed: number;
  held: number;
};

/** What became of the deliveries of each hour, by the hour of their event. */
export const countHours = ({ tx, storeId, endpointId, since, sinceId }: Scope): Promise<HourCount[]> =>
  tx.$queryRaw`
  SELECT endpoint_id AS "endpointId",
    date_trunc('hour', created_at, 'UTC') AS hour,
    count(*) FILTER (WHERE status = 'delivered')::int AS delivered,
    count(*) FILTER (WHERE status IN ('failed', 'exhausted'))::int AS failed,
    count(*) FILTER (WHERE status = 'held')::int AS held
  FROM delivery
  WHERE store_id = ${storeId}::uuid AND id >= ${sinceId} AND created_at >= ${since}
    AND (${endpointId ?? null}::text IS NULL OR endpoint_id = ${endpointId ?? null})
  GROUP BY 1, 2`;

/** Milliseconds that all but the slowest twentieth of last attempts stayed within, by endpoint. */
export async function measureP95(scope: Scope): Promise<Map<string, number>> {
  const { tx, storeId, endpointId, since, sinceId } = scope;
  const rows = await tx.$queryRaw<{ endpointId: string; p95: number }[]>`
    SELECT endpoint_id AS "endpointId", percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms) AS p95
    FROM delivery
    WHERE store_id = ${storeId}::uuid AND id >= ${sinceId} AND created_at >= ${since}
      AND (${endpointId ?? null}::text IS NULL OR endpoint_id = ${endpointId ?? null})
      AND duration_ms IS NOT NULL
    GROUP BY 1`;
  return new Map(rows.map(({ endpointId, p95 }) => [endpointId, p95]));
}

/** When a delivery last succeeded, by endpoint. */
export async function findLastSuccess({ tx, storeId, endpointId }: Scope): Promise<Map<string, Date>> {
  const rows = await tx.$queryRaw<{ endpointId: string; at: Date | null }[]>`
    SELECT e.id AS "endpointId", (
      SELECT max(d.settled_at) FROM delivery d WHERE d.endpoint_id = e.id AND d.status = 'delivered'
    ) AS at
    FROM endpoint e
    WHERE e.store_id = ${storeId}::uuid AND (${endpointId ?? null}::text IS NULL OR e.id = ${endpointId ?? null})`;
  return new Map(rows.flatMap(({ endpointId, at }) => (at ? [[endpointId, at]] : [])));
}

/** All that is held, however old. */
export async function countHeld({ tx, storeId, endpointId }: Scope): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ endpointId: string; count: number }[]>`
    SELECT e.id AS "endpointId", (
      SELECT count(*)::int FROM delivery d WHERE d.endpoint_id = e.id AND d.status = 'held'
    ) AS count
    FROM endpoint e
    WHERE e.store_id = ${storeId}::uuid AND (${endpointId ?? null}::text IS NULL OR e.id = ${endpointId ?? null})`;
  return new Map(rows.map(({ endpointId, count }) => [endpointId, count]));
}

/** The latest delivery that failed, of each endpoint whose last attempt did. */
export async function findLastFailures(scope: Scope): Promise<Map<string, LastFailure>> {
  const { tx, storeId, endpointId } = scope;
  const rows = await tx.$queryRaw<(LastFailure & { endpointId: string })[]>`
    SELECT w.endpoint_id AS "endpointId", d.id AS "deliveryId", d.last_failure AS failure, d.last_status_code AS "statusCode"
    FROM endpoint_work w, LATERAL (
      SELECT id, last_failure, last_status_code FROM delivery
      WHERE store_id = w.store_id AND endpoint_id = w.endpoint_id AND status IN ('failed', 'exhausted')
      ORDER BY id DESC LIMIT 1
    ) d
    WHERE w.store_id = ${storeId}::uuid AND w.troubled
      AND (${endpointId ?? null}::text IS NULL OR w.endpoint_id = ${endpointId ?? null})`;
  return new Map(rows.map(({ endpointId, ...last }) => [endpointId, last]));
}
