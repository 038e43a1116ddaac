import { queueMail } from "@/lib/mail";
import type { Tx } from "@/lib/platform/db";
import { confirmationOf, type Confirmed, type ConfirmedAppointment } from "./confirmation";

type Booked = Pick<Confirmed, "isScheduled" | "payment"> & { storeId: string; orderId: string };

type Row = ConfirmedAppointment & {
  storeName: string;
  firstName: string | null;
  email: string;
  orderName: string;
  currency: string;
};

/** Tells the customer what they booked: one mail an order. In one query, since the cart's slots are locked meanwhile. */
export async function confirmByMail(tx: Tx, { storeId, orderId, ...booked }: Booked): Promise<void> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.name AS "storeName", o.customer_first_name AS "firstName", o.customer_email AS email, o.name AS "orderName",
      o.currency, a."from", a."to", coalesce(c.timezone, s.timezone) AS zone,
      concat_ws(', ', p.title, nullif(p.variant_title, '')) AS title,
      nullif(concat_ws(' ', w.first_name, nullif(w.last_name, '')), '') AS "with",
      nullif(concat_ws(', ', l.title, l.address_line1, l.address_line2, nullif(concat_ws(' ', l.postal_code, l.city), '')), '')
        AS "where",
      line.unit_price_minor * line.quantity AS "priceMinor"
    FROM order_line line
    JOIN "order" o ON o.store_id = line.store_id AND o.id = line.order_id
    JOIN store s ON s.id = line.store_id
    JOIN appointment a ON a.store_id = line.store_id AND a.id = line.appointment_id
    JOIN product p ON p.store_id = a.store_id AND p.id = a.product_id
    LEFT JOIN staff_member w ON w.store_id = a.store_id AND w.id = a.staff_member_id
    LEFT JOIN location l ON l.store_id = a.store_id AND l.id = a.location_id
    LEFT JOIN schedule c ON c.store_id = l.store_id AND c.id = l.schedule_id
    WHERE line.store_id = ${storeId}::uuid AND line.order_id = ${orderId}::uuid
    ORDER BY a."from", line.id`;
  const [order] = rows;
  if (!order) return;
  const { subject, content } = confirmationOf({ ...order, ...booked, appointments: rows });
  await queueMail(tx, { storeId, to: order.email, fromName: order.storeName, subject, content });
}
