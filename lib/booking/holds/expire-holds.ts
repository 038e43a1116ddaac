import { db, type Tx } from "@/lib/platform/db";
import { transaction } from "@/lib/platform/transaction";

const batchMax = 500;
/** For so long a lapsed hold is kept without its slot, so that its cart can still be checked out if the slot is free. */
const revivableFor = "1 day";

/**
 * Frees what expired holds occupy, closes expired carts and drops holds that lapsed a day ago, in batches. No event tells
 * of it: a hold was never a booking. Safe beside itself and beside bookings: what another transaction works on is left to
 * the next round. Never touches a committed booking, which has no `hold_expires_at`.
 */
export async function expireHolds(): Promise<{ released: number; abandoned: number; dropped: number }> {
  return {
    released: await inBatches(() => transaction(undefined, releaseExpired)),
    abandoned: await inBatches(abandonCarts),
    dropped: await inBatches(dropLapsed),
  };
}

async function inBatches(batch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let count = batchMax; count >= batchMax; total += count) count = await batch();
  return total;
}

async function releaseExpired(tx: Tx): Promise<number> {
  const locked = await tx.$queryRaw<{ resource: string }[]>`
    SELECT resource FROM (
      SELECT DISTINCT o.resource FROM (
        SELECT store_id, occupancy_id FROM appointment
        WHERE hold_expires_at <= policy_now() AND occupancy_id IS NOT NULL
        ORDER BY hold_expires_at LIMIT ${batchMax}
      ) AS expired JOIN occupancy o ON o.store_id = expired.store_id AND o.id = expired.occupancy_id
      OFFSET 0
    ) AS resources
    WHERE pg_try_advisory_xact_lock(hashtextextended(resource, 0))`;
  const resources = locked.map((row) => row.resource);
  if (resources.length === 0) return 0;
  const released = await tx.$queryRaw<{ occupancyId: string; seats: number }[]>`
    UPDATE appointment a SET occupancy_id = NULL, updated_at = policy_now()
    FROM (
      SELECT a.id, a.occupancy_id FROM appointment a
      JOIN occupancy o ON o.store_id = a.store_id AND o.id = a.occupancy_id
      WHERE a.hold_expires_at <= policy_now() AND o.resource = ANY (${resources})
      ORDER BY a.hold_expires_at LIMIT ${batchMax} FOR UPDATE OF a SKIP LOCKED
    ) AS expired
    WHERE a.id = expired.id
    RETURNING expired.occupancy_id AS "occupancyId", a.number_of_attendees AS seats`;
  await tx.$executeRaw`
    UPDATE occupancy o SET seats = o.seats - freed.seats
    FROM (
      SELECT id, sum(seats)::int AS seats
      FROM unnest(${released.map((r) => r.occupancyId)}::uuid[], ${released.map((r) => r.seats)}::int[]) AS x(id, seats)
      GROUP BY id
    ) AS freed
    WHERE o.id = freed.id`;
  await tx.$executeRaw`
    DELETE FROM occupancy WHERE id = ANY (${released.map((r) => r.occupancyId)}::uuid[]) AND seats = 0`;
  return released.length;
}

const abandonCarts = () => db().$executeRaw`
  UPDATE cart SET status = 'abandoned', updated_at = policy_now() WHERE id IN (
    SELECT id FROM cart WHERE status = 'active' AND expires_at <= policy_now()
    LIMIT ${batchMax} FOR UPDATE SKIP LOCKED)`;

const dropLapsed = () => db().$executeRaw`
  DELETE FROM appointment WHERE id IN (
    SELECT id FROM appointment
    WHERE hold_expires_at <= policy_now() - ${revivableFor}::interval AND occupancy_id IS NULL
    LIMIT ${batchMax} FOR UPDATE SKIP LOCKED)`;
