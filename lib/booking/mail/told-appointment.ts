import type { Prisma, Tx } from "@/lib/platform/db";

/** An appointment as mails tell of it, and whom they tell. */
export type ToldAppointment = {
  storeName: string;
  firstName: string | null;
  email: string;
  currency: string;
  appointmentName: string;
  orderName: string | null;
  from: Date;
  to: Date;
  /** The location's; the store's where there is none. */
  zone: string;
  title: string;
  with: string | null;
  where: string | null;
  /** Null where nothing was ordered. */
  priceMinor: number | null;
};

/** One query, since slots are locked meanwhile. `which` narrows `appointment a`; in order of time. */
export const readTold = (tx: Tx, storeId: string, which: Prisma.Sql) =>
  tx.$queryRaw<ToldAppointment[]>`
    SELECT s.name AS "storeName", coalesce(o.customer_first_name, k.first_name) AS "firstName", k.email,
      coalesce(o.currency, s.currency) AS currency, a.name AS "appointmentName", o.name AS "orderName",
      a."from", a."to", coalesce(c.timezone, s.timezone) AS zone,
      concat_ws(', ', p.title, nullif(p.variant_title, '')) AS title,
      nullif(concat_ws(' ', w.first_name, nullif(w.last_name, '')), '') AS "with",
      nullif(concat_ws(', ', l.title, l.address_line1, l.address_line2, nullif(concat_ws(' ', l.postal_code, l.city), '')), '')
        AS "where",
      line.unit_price_minor * line.quantity AS "priceMinor"
    FROM appointment a
    JOIN store s ON s.id = a.store_id
    JOIN customer k ON k.store_id = a.store_id AND k.id = a.customer_id
    JOIN product p ON p.store_id = a.store_id AND p.id = a.product_id
    LEFT JOIN "order" o ON o.store_id = a.store_id AND o.id = a.order_id
    LEFT JOIN order_line line ON line.store_id = a.store_id AND line.appointment_id = a.id
    LEFT JOIN staff_member w ON w.store_id = a.store_id AND w.id = a.staff_member_id
    LEFT JOIN location l ON l.store_id = a.store_id AND l.id = a.location_id
    LEFT JOIN schedule c ON c.store_id = l.store_id AND c.id = l.schedule_id
    WHERE a.store_id = ${storeId}::uuid AND ${which}
    ORDER BY a."from", a.id`;
