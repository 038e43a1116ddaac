import type { Prisma, Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { appointmentStatusesBefore } from "../appointments/status";
import type { CartState } from "../cart/cart-state";
import type { PlacedBy } from "../customers/introduce-customer";
import { paymentStatus } from "../orders/order-status";

export type OrderedCart = {
  cart: CartState;
  /** What of the cart is ordered, line by line: all of it. */
  itemIds: string[];
  name: string;
  customer: Prisma.CustomerModel;
  payment: Prisma.CartPaymentModel;
  /** Else the bookings wait as pending for the store's confirmation. */
  markAsScheduled: boolean;
  gclid: string | null;
};

type Order = OrderedCart & {
  orderId: string;
  storeId: string;
  placedBy: PlacedBy;
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
};

/**
 * Makes the order with its lines, bookings of the holds (nothing that frees holds finds them from here on), and closes the
 * cart, in one statement: everybody's slots are locked meanwhile.
 */
export async function writeOrder(tx: Tx, order: Order): Promise<void> {
  const { storeId, orderId, cart, customer, payment, itemIds, markAsScheduled } = order;
  const lineIds = itemIds.map(() => newId());
  const written = await tx.$executeRaw`
    WITH placed AS (
      INSERT INTO "order" (id, store_id, name, cart_id, customer_id, currency, placed_by, customer_first_name,
        customer_last_name, customer_phone, customer_email, gclid, payment_status, created_at, updated_at)
      VALUES (${orderId}::uuid, ${storeId}::uuid, ${order.name}, ${cart.id}::uuid, ${customer.id}::uuid, ${cart.currency},
        ${order.placedBy}, ${order.firstName}, ${order.lastName}, ${order.phone}, ${customer.email}, ${order.gclid},
        ${paymentStatus({ dueToPayMinor: payment.amountMinor, paidMinor: 0 })}, policy_now(), policy_now())
    ), booked AS (
      UPDATE appointment a SET order_id = ${orderId}::uuid, customer_id = ${customer.id}::uuid, hold_expires_at = NULL,
        status = ${markAsScheduled ? "scheduled" : "pending"}, updated_at = policy_now()
      FROM unnest(${lineIds}::uuid[], ${itemIds}::uuid[]) AS line(id, item_id)
      JOIN cart_item i ON i.store_id = ${storeId}::uuid AND i.id = line.item_id
      WHERE a.store_id = i.store_id AND a.id = i.appointment_id AND a.hold_expires_at IS NOT NULL
        AND a.occupancy_id IS NOT NULL AND a.status = ANY (${appointmentStatusesBefore("scheduled")})
      RETURNING line.id, a.id AS appointment_id, i.unit_price_minor, i.quantity
    ), converted AS (
      UPDATE cart SET status = 'converted', customer_id = ${customer.id}::uuid, updated_at = policy_now()
      WHERE store_id = ${storeId}::uuid AND id = ${cart.id}::uuid
    ), paying AS (
      UPDATE cart_payment SET order_id = ${orderId}::uuid, updated_at = policy_now()
      WHERE store_id = ${storeId}::uuid AND id = ${payment.id}::uuid
    )
    INSERT INTO order_line (id, store_id, order_id, appointment_id, unit_price_minor, quantity, created_at)
    SELECT id, ${storeId}::uuid, ${orderId}::uuid, appointment_id, unit_price_minor, quantity, policy_now() FROM booked`;
  if (written !== itemIds.length) throw new Error(`A hold of cart ${cart.id} was lost under its lock.`);
}
