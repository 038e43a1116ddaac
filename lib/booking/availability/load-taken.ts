import type { Tx } from "@/lib/platform/db";
import type { Interval } from "./interval";

/** A class of the product that is asked for: one occupancy that several bookings share. */
export type RunningClass = Interval & { locationId: string | null; seats: number; capacity: number };

/** What is taken of one resource. */
export type Taken = {
  /** Of every booking, classes too, with its buffers. */
  busy: Interval[];
  classes: RunningClass[];
};

type Query = {
  storeId: string;
  productId: string;
  resources: string[];
  span: Interval;
  now: number;
  /** Counts as if it were not there. */
  excludeAppointmentId?: string;
};

type Row = {
  resource: string;
  busy: [from: number, to: number][];
  classes: [from: number, to: number, locationId: string | null, seats: number, capacity: number][] | null;
};

/** What is taken within `span`, by resource; in one query. Expired holds take nothing, whether they were cleaned up or not. */
export async function loadTaken(tx: Tx, query: Query): Promise<Map<string, Taken>> {
  const { storeId, productId, resources, span, now, excludeAppointmentId = null } = query;
  const rows = await tx.$queryRaw<Row[]>`
    WITH gone AS MATERIALIZED (
      SELECT occupancy_id, sum(number_of_attendees) AS seats FROM (
        SELECT occupancy_id, number_of_attendees FROM appointment
        WHERE store_id = ${storeId}::uuid AND occupancy_id IS NOT NULL
          AND hold_expires_at <= ${new Date(now)}::timestamptz
          AND id IS DISTINCT FROM ${excludeAppointmentId}::uuid
        UNION ALL
        SELECT occupancy_id, number_of_attendees FROM appointment
        WHERE store_id = ${storeId}::uuid AND occupancy_id IS NOT NULL AND id = ${excludeAppointmentId}::uuid
      ) AS each GROUP BY occupancy_id
    ), live AS (
      SELECT o.*, o.seats - coalesce(gone.seats, 0) AS taken_seats
      FROM unnest(${resources}::text[]) AS wanted(resource)
      -- OFFSET keeps it one index search a resource: else statistics may favour the range alone, over all stores.
      CROSS JOIN LATERAL (
        SELECT * FROM occupancy o
        WHERE o.resource = wanted.resource AND o.store_id = ${storeId}::uuid
          AND o.during && tstzrange(${new Date(span.from)}::timestamptz, ${new Date(span.to)}::timestamptz)
        OFFSET 0
      ) AS o
      LEFT JOIN gone ON gone.occupancy_id = o.id
    )
    SELECT resource,
      json_agg(json_build_array(date_part('epoch', lower(during)) * 1000, date_part('epoch', upper(during)) * 1000)) AS busy,
      json_agg(json_build_array(date_part('epoch', "from") * 1000, date_part('epoch', "to") * 1000, (
          SELECT a.location_id FROM appointment a WHERE a.store_id = live.store_id AND a.occupancy_id = live.id LIMIT 1
        ), taken_seats, capacity))
        FILTER (WHERE product_id = ${productId}::uuid AND capacity > 1) AS classes
    FROM live WHERE taken_seats > 0
    GROUP BY resource`;
  return new Map(
    rows.map(({ resource, busy, classes }) => [
      resource,
      {
        busy: busy.map(([from, to]) => ({ from, to })),
        classes: (classes ?? []).map(([from, to, locationId, seats, capacity]) => ({
          ...{ from, to, locationId, seats, capacity },
        })),
      },
    ]),
  );
}
