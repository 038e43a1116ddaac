import type { Ctx } from "@/lib/identity";
import { db, Prisma, type Tx } from "@/lib/platform/db";
import { Uuid } from "@/lib/platform/ids";
import { textToFind } from "@/lib/platform/text-to-find";
import { inBook, readAgenda } from "../agenda/read-agenda";
import { beginsWith } from "./begins-with";
import { findCustomers } from "./find-customers";
import type { FoundBooking } from "./found-booking";

const foundMax = 6;
/** No name, address or id is longer. */
const lengthMax = 320;

/**
 * The store's appointments and orders of this number or id, and of whoever's name or e-mail address begins so; an order also
 * by the name that was typed for it. Of each kind at most six, the latest first; nothing for less than two characters. A slot
 * that is only held is not found.
 */
export async function findBookings(ctx: Ctx, input: { q: string }): Promise<FoundBooking[]> {
  const q = textToFind(input.q, lengthMax);
  if (q === null) return [];
  const { storeId, tx = db() } = ctx;
  const asked = {
    q,
    number: q.replace(/^#/, ""),
    id: Uuid.safeParse(q).success ? q : null,
    customerIds: await findCustomers(tx, storeId, q),
  };
  return [...(await findAppointments(tx, storeId, asked)), ...(await findOrders(tx, storeId, asked))];
}

type Asked = { q: string; number: string; id: string | null; customerIds: string[] };

/** Each way by an index: a customer's latest are at the end of theirs. */
async function findAppointments(
  tx: Tx,
  storeId: string,
  { number, id, customerIds }: Asked,
): Promise<FoundBooking[]> {
  const items = await readAgenda(
    tx,
    storeId,
    Prisma.sql`${inBook(storeId)} AND a.hold_expires_at IS NULL AND a.id IN (
      SELECT id FROM appointment WHERE store_id = ${storeId}::uuid AND (name = ${number} OR id = ${id}::uuid)
      UNION SELECT latest.id FROM unnest(${customerIds}::uuid[]) AS customer(id) CROSS JOIN LATERAL (
        SELECT id FROM appointment
        WHERE store_id = ${storeId}::uuid AND customer_id = customer.id AND hold_expires_at IS NULL
        ORDER BY "from" DESC LIMIT ${foundMax}) AS latest)
    ORDER BY a."from" DESC, a.id LIMIT ${foundMax}`,
  );
  return items.reverse().map(({ id, name, from, to, zone, customerName, product }) => ({
    kind: "appointment",
    ...{ id, name, from, to, zone, customerName },
    product: product.title,
  }));
}

async function findOrders(
  tx: Tx,
  storeId: string,
  { q, number, id, customerIds }: Asked,
): Promise<FoundBooking[]> {
  const store = Prisma.sql`store_id = ${storeId}::uuid`;
  const typed = Prisma.sql`lower(coalesce(customer_first_name, '') || ' ' || coalesce(customer_last_name, ''))`;
  const rows = await tx.$queryRaw<{ id: string; name: string; customerName: string }[]>`
    WITH found AS MATERIALIZED (
      SELECT id FROM "order" WHERE ${store} AND (name = ${number} OR id = ${id}::uuid)
      UNION SELECT id FROM "order" WHERE ${store} AND ${beginsWith(typed, q)}
      UNION SELECT id FROM "order" WHERE ${store} AND ${beginsWith(Prisma.sql`lower(customer_last_name)`, q)}
      UNION SELECT latest.id FROM unnest(${customerIds}::uuid[]) AS customer(id) CROSS JOIN LATERAL (
        SELECT id FROM "order" WHERE ${store} AND customer_id = customer.id
        ORDER BY created_at DESC LIMIT ${foundMax}) AS latest
    ), shown AS MATERIALIZED (SELECT id FROM found ORDER BY id DESC LIMIT ${foundMax})
    SELECT o.id, o.name, coalesce(nullif(trim(concat_ws(' ', o.customer_first_name, o.customer_last_name)), ''),
      o.customer_email, c.email) AS "customerName"
    FROM shown JOIN "order" o ON o.store_id = ${storeId}::uuid AND o.id = shown.id
      JOIN customer c ON c.store_id = o.store_id AND c.id = o.customer_id
    ORDER BY o.id DESC`;
  return rows.map((row) => ({ kind: "order", ...row }));
}
