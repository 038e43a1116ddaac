import type { Tx } from "@/lib/platform/db";
import type { Interval } from "./interval";

/** Time taken on a resource, buffers included, with the class that takes it (every booking is one, mostly of one seat). */
export type Taken = Interval & {
  productId: string;
  locationId: string | null;
  bookedFrom: number;
  bookedTo: number;
  seats: number;
  capacity: number;
};

type Row = {
  resource: string;
  from: Date;
  to: Date;
  productId: string;
  locationId: string | null;
  bookedFrom: Date;
  bookedTo: Date;
  seats: number;
  capacity: number;
};

type Query = {
  storeId: string;
  resources: string[];
  span: Interval;
  now: number;
  /** Counts as if it were not there. */
  excludeAppointmentId?: string;
};

/** What is taken within `span`, by resource; in one query. Expired holds take nothing, whether they were cleaned up or not. */
export async function loadTaken(tx: Tx, query: Query): Promise<Map<string, Taken[]>> {
  const { storeId, resources, span, now, excludeAppointmentId = null } = query;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT o.resource, lower(o.during) AS "from", upper(o.during) AS "to", o.product_id AS "productId",
      min(a.location_id::text) AS "locationId", o."from" AS "bookedFrom", o."to" AS "bookedTo", o.capacity,
      (o.seats - coalesce(sum(a.number_of_attendees) FILTER (WHERE a.id = ${excludeAppointmentId}::uuid
        OR a.hold_expires_at <= ${new Date(now)}::timestamptz), 0))::int AS seats
    FROM unnest(${resources}::text[]) AS wanted(resource)
    JOIN occupancy o ON o.resource = wanted.resource
      AND o.during && tstzrange(${new Date(span.from)}::timestamptz, ${new Date(span.to)}::timestamptz)
    LEFT JOIN appointment a ON a.store_id = o.store_id AND a.occupancy_id = o.id
    WHERE o.store_id = ${storeId}::uuid
    GROUP BY o.id`;
  const taken = new Map<string, Taken[]>();
  for (const { resource, from, to, bookedFrom, bookedTo, ...row } of rows) {
    if (row.seats <= 0) continue;
    const list = taken.get(resource) ?? [];
    taken.set(resource, list);
    list.push({
      ...row,
      from: from.getTime(),
      to: to.getTime(),
      bookedFrom: bookedFrom.getTime(),
      bookedTo: bookedTo.getTime(),
    });
  }
  return taken;
}
