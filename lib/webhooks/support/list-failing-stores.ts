import { policyNow } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { firstTypeIdAt } from "@/lib/platform/ids";
import { fillHours } from "../endpoints/fill-hours";
import { lastDay } from "../endpoints/last-day";
import type { FailureKind } from "../deliveries/shapes";
import type { FailingStore } from "./shapes";

const storesMax = 100;
const dayMs = 86_400_000;
/** No ladder is longer. */
const openDaysMax = 7;

type Row = {
  storeId: string;
  slug: string;
  name: string;
  openCount: number;
  exhaustedCount: number;
  failingEndpoints: number;
  disabledEndpoints: number;
  failure: FailureKind | null;
  statusCode: number | null;
  reasonCount: number;
  lastAttemptAt: Date | null;
};

/**
 * Stores with deliveries that fail now or were given up within a day, those with the most first, each with the commonest
 * reason. For our own people: the caller has checked that they are.
 */
export async function listFailingStores(): Promise<FailingStore[]> {
  const now = await policyNow();
  const idDaysAgo = (days: number) =>
    firstTypeIdAt("dlv", new Date(Math.min(now.getTime(), Date.now()) - days * dayMs));
  const rows = await db().$queryRaw<Row[]>`
    WITH failing AS MATERIALIZED (
      SELECT d.id, d.store_id, d.status, d.last_failure, d.last_status_code FROM delivery d
      WHERE d.status IN ('failed', 'exhausted') AND d.id >= ${idDaysAgo(openDaysMax)}
        AND (d.status = 'failed' OR d.id >= ${idDaysAgo(1)}
          AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = d.event_id AND e.is_test))
    ), reasons AS (
      SELECT DISTINCT ON (store_id) store_id, last_failure, last_status_code, count(*)::int AS count
      FROM failing GROUP BY 1, 2, 3 ORDER BY store_id, count(*) DESC, last_failure, last_status_code
    ), worst AS (
      SELECT store_id, count(*) FILTER (WHERE status = 'failed')::int AS open_count,
        count(*) FILTER (WHERE status = 'exhausted')::int AS exhausted_count, max(id) AS latest
      FROM failing GROUP BY 1 ORDER BY count(*) DESC, store_id LIMIT ${storesMax}
    )
    SELECT s.id AS "storeId", s.slug, s.name, w.open_count AS "openCount", w.exhausted_count AS "exhaustedCount",
      ep.failing AS "failingEndpoints", ep.disabled AS "disabledEndpoints", r.last_failure AS failure,
      r.last_status_code AS "statusCode", r.count AS "reasonCount",
      (SELECT last_attempt_at FROM delivery WHERE id = w.latest) AS "lastAttemptAt"
    FROM worst w JOIN reasons r USING (store_id) JOIN store s ON s.id = w.store_id CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE e.disabled_at IS NULL AND x.troubled)::int AS failing,
        count(*) FILTER (WHERE e.disabled_at IS NOT NULL)::int AS disabled
      FROM endpoint e JOIN endpoint_work x ON x.endpoint_id = e.id
      WHERE e.store_id = w.store_id AND e.deleted_at IS NULL
    ) ep
    ORDER BY w.open_count + w.exhausted_count DESC, s.name`;
  const day = lastDay(now);
  const hours = await countHours(
    rows.map(({ storeId }) => storeId),
    day,
  );
  return rows.map(({ failure, statusCode, reasonCount, lastAttemptAt, ...row }) => ({
    ...row,
    hours: fillHours(
      day.since,
      hours.filter(({ storeId }) => storeId === row.storeId),
    ),
    reason: { failure, statusCode, count: reasonCount },
    lastAttemptAt: lastAttemptAt?.toISOString() ?? null,
  }));
}

type HourCount = { storeId: string; hour: Date; delivered: number; failed: number; held: number };

const countHours = (storeIds: string[], { since, sinceId }: { since: Date; sinceId: string }) =>
  db().$queryRaw<HourCount[]>`
    SELECT d.store_id AS "storeId", date_trunc('hour', d.created_at, 'UTC') AS hour,
      count(*) FILTER (WHERE d.status = 'delivered')::int AS delivered,
      count(*) FILTER (WHERE d.status IN ('failed', 'exhausted'))::int AS failed,
      count(*) FILTER (WHERE d.status = 'held')::int AS held
    FROM delivery d
    WHERE d.store_id = ANY(${storeIds}::uuid[]) AND d.id >= ${sinceId} AND d.created_at >= ${since}
    GROUP BY 1, 2`;
