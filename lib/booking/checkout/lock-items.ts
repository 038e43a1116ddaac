import type { Tx } from "@/lib/platform/db";
import type { CartState } from "../cart/cart-state";

/** An item of a locked cart, its hold as it stands, and what its product costs today. */
export type LockedItem = {
  id: string;
  unitPriceMinor: number;
  quantity: number;
  appointmentId: string;
  productId: string;
  staffMemberId: string | null;
  locationId: string | null;
  from: Date;
  to: Date;
  numberOfAttendees: number;
  occupancyId: string | null;
  /** The hold has run out, whether its time was freed or not. */
  hasLapsed: boolean;
  priceMinor: number;
  durationSeconds: number;
};

/**
 * The items of a locked cart, once their resources and then their holds are this transaction's: all at once and sorted,
 * because two carts with the same times in opposite order would wait for each other. What lapsed may have lost its time
 * before, and then asks for the resource that it had.
 */
export async function lockItems(tx: Tx, storeId: string, cart: CartState): Promise<LockedItem[]> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(resource, 0)) FROM (
      SELECT DISTINCT coalesce(o.resource, 'staff:' || a.staff_member_id,
        'self:' || a.product_id || ':' || coalesce(a.location_id::text, 'none')) AS resource
      FROM cart_item i
      JOIN appointment a ON a.store_id = i.store_id AND a.id = i.appointment_id
      LEFT JOIN occupancy o ON o.store_id = a.store_id AND o.id = a.occupancy_id
      WHERE i.store_id = ${storeId}::uuid AND i.cart_id = ${cart.id}::uuid
      ORDER BY 1
    ) AS sorted`;
  // Read by a statement of its own, and keep the rows: they may have been freed or dropped before the locks were ours.
  const items = await tx.$queryRaw<LockedItem[]>`
    SELECT i.id, i.unit_price_minor AS "unitPriceMinor", i.quantity, a.id AS "appointmentId",
      a.product_id AS "productId", a.staff_member_id AS "staffMemberId", a.location_id AS "locationId", a."from", a."to",
      a.number_of_attendees AS "numberOfAttendees", a.occupancy_id AS "occupancyId",
      coalesce(a.hold_expires_at <= policy_now(), false) AS "hasLapsed",
      p.price_minor AS "priceMinor", p.duration_seconds AS "durationSeconds"
    FROM cart_item i
    JOIN appointment a ON a.store_id = i.store_id AND a.id = i.appointment_id
    JOIN product p ON p.store_id = a.store_id AND p.id = a.product_id
    WHERE i.store_id = ${storeId}::uuid AND i.cart_id = ${cart.id}::uuid
    ORDER BY a.id FOR UPDATE OF a`;
  return items.sort((a, b) => (a.id < b.id ? -1 : 1));
}
