import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

/** Time wanted on a resource. */
export type Occupant = {
  storeId: string;
  /** staff:{id}, or self:{productId}:{locationId or none} */
  resource: string;
  productId: string;
  locationId: string | null;
  from: Date;
  to: Date;
  /** `from` and `to` with the product's and the schedule's buffers around them. */
  occupiedFrom: Date;
  occupiedTo: Date;
  /** How many attendees fit; more than one makes it a class. */
  capacity: number;
};

/**
 * Takes `seats` of the occupant's time, freeing expired holds in its way; resolves to the occupancy's id, or to
 * undefined where the time is taken or the class full. The resource must be locked (`lockResources`). The exclusion
 * constraint decides; a class attaches to the row it already has.
 */
export async function occupy(tx: Tx, occupant: Occupant, seats: number): Promise<string | undefined> {
  const occupancyId = (await insert(tx, occupant, seats)) ?? (await attach(tx, occupant, seats));
  if (occupancyId || !(await freeExpiredInTheWay(tx, occupant))) return occupancyId;
  return (await insert(tx, occupant, seats)) ?? attach(tx, occupant, seats);
}

async function insert(tx: Tx, occupant: Occupant, seats: number): Promise<string | undefined> {
  const [created] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO occupancy (id, store_id, resource, during, product_id, "from", "to", capacity, seats)
    VALUES (${newId()}::uuid, ${occupant.storeId}::uuid, ${occupant.resource},
      tstzrange(${occupant.occupiedFrom}::timestamptz, ${occupant.occupiedTo}::timestamptz),
      ${occupant.productId}::uuid, ${occupant.from}::timestamptz, ${occupant.to}::timestamptz,
      ${occupant.capacity}, ${seats})
    ON CONFLICT DO NOTHING
    RETURNING id`;
  return created?.id;
}

/** Gives `seats` back; the row goes with its last seat. The resource must be locked. */
export async function release(tx: Tx, occupancyId: string, seats: number): Promise<void> {
  await tx.$executeRaw`DELETE FROM occupancy WHERE id = ${occupancyId}::uuid AND seats <= ${seats}`;
  await tx.$executeRaw`UPDATE occupancy SET seats = seats - ${seats} WHERE id = ${occupancyId}::uuid`;
}

/** The same product at the same time and place is one class. */
async function attach(tx: Tx, occupant: Occupant, seats: number): Promise<string | undefined> {
  const [attached] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE occupancy o SET seats = o.seats + ${seats}
    WHERE o.resource = ${occupant.resource} AND o.product_id = ${occupant.productId}::uuid
      AND o.during && tstzrange(${occupant.from}::timestamptz, ${occupant.to}::timestamptz)
      AND o."from" = ${occupant.from}::timestamptz AND o."to" = ${occupant.to}::timestamptz
      AND o.capacity > 1 AND o.seats + ${seats} <= o.capacity
      AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.store_id = o.store_id AND a.occupancy_id = o.id
        AND a.location_id IS DISTINCT FROM ${occupant.locationId}::uuid)
    RETURNING o.id`;
  return attached?.id;
}

/** What a lapsed hold still occupies belongs to whoever comes next, whether the expiry job has been there or not. */
async function freeExpiredInTheWay(tx: Tx, occupant: Occupant): Promise<boolean> {
  const freed = await tx.$executeRaw`
    WITH lapsed AS MATERIALIZED (
      SELECT a.id, a.occupancy_id, a.number_of_attendees AS seats
      FROM occupancy o JOIN appointment a ON a.store_id = o.store_id AND a.occupancy_id = o.id
      WHERE o.resource = ${occupant.resource}
        AND o.during && tstzrange(${occupant.occupiedFrom}::timestamptz, ${occupant.occupiedTo}::timestamptz)
        AND a.hold_expires_at <= policy_now()
      FOR UPDATE OF a
    ), detached AS (
      UPDATE appointment a SET occupancy_id = NULL, updated_at = policy_now()
      FROM lapsed WHERE a.id = lapsed.id RETURNING lapsed.occupancy_id, lapsed.seats
    )
    UPDATE occupancy o SET seats = o.seats - freed.seats
    FROM (SELECT occupancy_id, sum(seats)::int AS seats FROM detached GROUP BY occupancy_id) AS freed
    WHERE o.id = freed.occupancy_id`;
  if (freed === 0) return false;
  await tx.$executeRaw`
    DELETE FROM occupancy o WHERE o.resource = ${occupant.resource} AND o.seats = 0
      AND o.during && tstzrange(${occupant.occupiedFrom}::timestamptz, ${occupant.occupiedTo}::timestamptz)`;
  return true;
}
