import { db } from "@/lib/platform/db";
import { textToFind } from "@/lib/platform/text-to-find";
import type { Found } from "./shapes";

const foundMax = 10;
const lengthMax = 2_048;

type Row = Omit<Found, "store"> & { storeId: string; slug: string; storeName: string };

/**
 * What our own people look for over all stores: a store by name, slug or id, an endpoint by name, URL or id, deliveries by
 * the id of theirs, their attempt's, their event's, or by the id or name of the booking or order. At most ten of each kind,
 * deliveries newest first; nothing for less than two characters.
 */
export async function searchAcross({ q }: { q: string }): Promise<Found[]> {
  const text = textToFind(q, lengthMax);
  if (text === null) return [];
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = [...(await findStores(text, like)), ...(await findEndpoints(text, like))];
  rows.push(...(await findDeliveries(text)));
  return rows.map(({ storeId, slug, storeName, ...found }) => ({
    ...found,
    store: { id: storeId, slug, name: storeName },
  }));
}

const findStores = (text: string, like: string) => db().$queryRaw<Row[]>`
  SELECT 'store' AS kind, s.id, s.id AS "storeId", s.slug, s.name AS "storeName", s.name AS title, s.slug AS detail
  FROM store s WHERE s.name ILIKE ${like} OR s.slug ILIKE ${like} OR s.id::text = lower(${text})
  ORDER BY s.name, s.id LIMIT ${foundMax}`;

const findEndpoints = (text: string, like: string) => db().$queryRaw<Row[]>`
  SELECT 'endpoint' AS kind, e.id, s.id AS "storeId", s.slug, s.name AS "storeName", e.name AS title, e.url AS detail
  FROM endpoint e JOIN store s ON s.id = e.store_id
  WHERE e.deleted_at IS NULL AND (e.id = ${text} OR e.url ILIKE ${like} OR e.name ILIKE ${like})
  ORDER BY s.name, e.name, e.id LIMIT ${foundMax}`;

/** Each way by an index; a booking's name only within each store, since every store has its 1001. */
const findDeliveries = (text: string) => db().$queryRaw<Row[]>`
  WITH events AS (
    SELECT id FROM event WHERE id = ${text}
    UNION
    SELECT found.id FROM store s CROSS JOIN LATERAL (
      (SELECT e.id, e.position FROM event e WHERE e.store_id = s.id AND e.subject_name = ltrim(${text}, '#')
        ORDER BY e.position DESC LIMIT ${foundMax})
      UNION ALL
      (SELECT e.id, e.position FROM event e WHERE e.store_id = s.id AND e.subject_id = ${asUuid(text)}::uuid
        ORDER BY e.position DESC LIMIT ${foundMax})
    ) found
  ), found AS (
    SELECT d.id FROM delivery d WHERE d.id = ${text}
    UNION SELECT a.delivery_id FROM attempt a WHERE a.id = ${text}
    UNION SELECT d.id FROM delivery d WHERE d.event_id IN (SELECT id FROM events)
  )
  SELECT 'delivery' AS kind, d.id, s.id AS "storeId", s.slug, s.name AS "storeName",
    e.type || ' ' || e.subject_name || ' to ' || ep.name AS title, d.status AS detail
  FROM found f JOIN delivery d ON d.id = f.id JOIN event e ON e.id = d.event_id
    JOIN endpoint ep ON ep.id = d.endpoint_id JOIN store s ON s.id = d.store_id
  ORDER BY d.id DESC LIMIT ${foundMax}`;

const asUuid = (text: string) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null);
