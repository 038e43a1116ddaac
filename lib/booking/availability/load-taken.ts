import type { Tx } from "@/lib/platform/db";
import type { Interval } from "./interval";

/** A class of the product that is asked for: one occupancy that several bookings share. */
export type RunningClass = Interval & { locationId: string | null; seats: number; capacity: number };

/** What is taken of one resource. */
export type Taken = {
  /** Of every booking, classes too, with its buffers; disjoint, as no two occupancies of a resource overlap. */
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
  /** Instants in milliseconds as doubles of eight bytes: digits would cost either side more than the search itself. */
  starts: Uint8Array;
  ends: Uint8Array;
  classes: [from: number, to: number, locationId: string | null, seats: number, capacity: number][] | null;
};

/**
 * What is taken within `span`, by resource; in one query, whose many rows come from an index alone. Expired holds take
 * nothing, whether they were cleaned up or not.
 */
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
    ), free AS MATERIALIZED (
      SELECT o.id FROM gone JOIN occupancy o ON o.store_id = ${storeId}::uuid AND o.id = gone.occupancy_id
      WHERE o.seats <= gone.seats
    )
    SELECT wanted.resource, busy.starts, busy.ends, (
      SELECT json_agg(json_build_array(date_part('epoch', o."from") * 1000, date_part('epoch', o."to") * 1000, (
          SELECT a.location_id FROM appointment a WHERE a.store_id = o.store_id AND a.occupancy_id = o.id LIMIT 1
        ), o.seats - coalesce((SELECT seats FROM gone WHERE occupancy_id = o.id), 0), o.capacity))
      FROM unnest(busy.shared) AS shared(id)
      CROSS JOIN LATERAL (
        SELECT * FROM occupancy o
        WHERE o.store_id = ${storeId}::uuid AND o.id = shared.id AND o.product_id = ${productId}::uuid OFFSET 0
      ) AS o
    ) AS classes
    FROM unnest(${resources}::text[]) AS wanted(resource)
    CROSS JOIN LATERAL (
      SELECT string_agg(float8send(date_part('epoch', lower(during)) * 1000), '') AS starts,
        string_agg(float8send(date_part('epoch', upper(during)) * 1000), '') AS ends,
        array_agg(id) FILTER (WHERE capacity > 1) AS shared
      -- OFFSET keeps it one index search a resource: else statistics may favour the range, or the store, alone.
      FROM (
        SELECT store_id, id, capacity, during FROM occupancy o
        WHERE o.resource = wanted.resource
          AND o.during && tstzrange(${new Date(span.from)}::timestamptz, ${new Date(span.to)}::timestamptz)
        OFFSET 0
      ) AS o
      WHERE store_id = ${storeId}::uuid AND id NOT IN (SELECT id FROM free)
    ) AS busy
    WHERE busy.starts IS NOT NULL`;
  return new Map(rows.map((row) => [row.resource, toTaken(row)]));
}

const toTaken = ({ starts, ends, classes }: Row): Taken => ({
  busy: pair(inOrder(starts), inOrder(ends)),
  classes: (classes ?? []).map(([from, to, locationId, seats, capacity]) => ({
    ...{ from, to, locationId, seats, capacity },
  })),
});

/** As the spans are disjoint, the order of their ends is that of their beginnings. */
function pair(starts: Float64Array, ends: Float64Array): Interval[] {
  const spans: Interval[] = [];
  for (let index = 0; index < starts.length; index++) spans.push({ from: starts[index]!, to: ends[index]! });
  return spans;
}

function inOrder(instants: Uint8Array): Float64Array {
  const bytes = new DataView(instants.buffer, instants.byteOffset, instants.byteLength);
  const sorted = new Float64Array(instants.byteLength / 8);
  for (let index = 0; index < sorted.length; index++) sorted[index] = bytes.getFloat64(index * 8);
  return sorted.sort();
}
