import { Prisma, type Tx } from "@/lib/platform/db";
import type { AgendaItem, AgendaStatus } from "./shapes";

type Row = {
  id: string;
  name: string;
  status: string;
  from: Date;
  to: Date;
  zone: string;
  productId: string;
  productTitle: string;
  color: string;
  staffMemberId: string | null;
  staffMemberName: string | null;
  locationId: string | null;
  locationTitle: string | null;
  customerName: string | null;
  numberOfAttendees: number;
  holdExpiresAt: Date | null;
};

/** Everything of `appointment a` that a book shows: bookings, and slots still kept. A lapsed hold is neither. */
export const inBook = (storeId: string): Prisma.Sql => Prisma.sql`
  a.store_id = ${storeId}::uuid AND (a.hold_expires_at IS NULL OR a.hold_expires_at > policy_now())`;

/** `which` narrows `appointment a`, and orders and limits what is read. */
export async function readAgenda(tx: Tx, storeId: string, which: Prisma.Sql): Promise<AgendaItem[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH chosen AS (SELECT a.* FROM appointment a WHERE ${which})
    SELECT a.id, a.name, a.status, a."from", a."to", a.hold_expires_at AS "holdExpiresAt",
      a.number_of_attendees AS "numberOfAttendees", coalesce(ls.timezone, ms.timezone, s.timezone) AS zone,
      a.product_id AS "productId", concat_ws(', ', p.title, nullif(p.variant_title, '')) AS "productTitle", p.color,
      a.staff_member_id AS "staffMemberId", trim(concat_ws(' ', m.first_name, m.last_name)) AS "staffMemberName",
      a.location_id AS "locationId", l.title AS "locationTitle",
      nullif(coalesce(nullif(trim(concat_ws(' ', c.first_name, c.last_name)), ''), c.email), '') AS "customerName"
    FROM chosen a
    JOIN store s ON s.id = ${storeId}::uuid
    JOIN product p ON p.store_id = a.store_id AND p.id = a.product_id
    LEFT JOIN staff_member m ON m.store_id = a.store_id AND m.id = a.staff_member_id
    LEFT JOIN schedule ms ON ms.store_id = m.store_id AND ms.id = m.schedule_id
    LEFT JOIN location l ON l.store_id = a.store_id AND l.id = a.location_id
    LEFT JOIN schedule ls ON ls.store_id = l.store_id AND ls.id = l.schedule_id
    LEFT JOIN customer c ON c.store_id = a.store_id AND c.id = a.customer_id
    ORDER BY a."from", a.id`;
  return rows.map(toItem);
}

const toItem = (row: Row): AgendaItem => ({
  id: row.id,
  name: row.name,
  status: (row.holdExpiresAt ? "hold" : row.status) as AgendaStatus,
  from: row.from.toISOString(),
  to: row.to.toISOString(),
  zone: row.zone,
  product: { id: row.productId, title: row.productTitle, color: row.color },
  staffMember: row.staffMemberId ? { id: row.staffMemberId, name: row.staffMemberName ?? "" } : null,
  location: row.locationId ? { id: row.locationId, title: row.locationTitle ?? "" } : null,
  customerName: row.customerName,
  numberOfAttendees: row.numberOfAttendees,
  holdExpiresAt: row.holdExpiresAt?.toISOString() ?? null,
});
