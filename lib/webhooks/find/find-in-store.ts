import type { Ctx } from "@/lib/identity";
import { db, type Tx } from "@/lib/platform/db";
import { textToFind } from "@/lib/platform/text-to-find";
import type { DeliveryStatus } from "../deliveries/shapes";
import type { FoundInStore } from "./shapes";

const foundMax = 6;
/** Longer than any URL that an endpoint may have. */
const lengthMax = 2_048;

/**
 * What somebody at the store looks for: an endpoint by its name, its URL or its id, an event or a delivery by its id (a
 * delivery by its attempts' too), and by a booking's number the deliveries about it, newest first. Of each kind at most six;
 * nothing for less than two characters. What can be acted on comes before what tells of it.
 */
export async function findInStore(ctx: Ctx, input: { q: string }): Promise<FoundInStore[]> {
  const q = textToFind(input.q, lengthMax);
  if (q === null) return [];
  const { storeId, tx = db() } = ctx;
  const number = q.replace(/^#/, "");
  return [
    ...(await findEndpoints(tx, storeId, q)),
    ...(await findEvent(tx, storeId, q)),
    ...(await findDeliveries(tx, storeId, q, number)),
  ];
}

type EndpointRow = { id: string; name: string; url: string; disabled: boolean; troubled: boolean };

async function findEndpoints(tx: Tx, storeId: string, q: string): Promise<FoundInStore[]> {
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx.$queryRaw<EndpointRow[]>`
    SELECT e.id, e.name, e.url, e.disabled_at IS NOT NULL AS disabled, coalesce(w.troubled, false) AS troubled
    FROM endpoint e LEFT JOIN endpoint_work w ON w.endpoint_id = e.id
    WHERE e.store_id = ${storeId}::uuid AND e.deleted_at IS NULL
      AND (e.id = ${q} OR e.name ILIKE ${like} OR e.url ILIKE ${like})
    ORDER BY e.name, e.id LIMIT ${foundMax}`;
  return rows.map(({ disabled, troubled, ...endpoint }) => ({
    kind: "endpoint",
    ...endpoint,
    health: disabled ? "disabled" : troubled ? "failing" : "healthy",
  }));
}

async function findEvent(tx: Tx, storeId: string, id: string): Promise<FoundInStore[]> {
  const row = await tx.event.findFirst({ where: { storeId, id } });
  if (!row) return [];
  const { type, subjectName, createdAt } = row;
  return [{ kind: "event", id, eventType: type, subjectName, createdAt: createdAt.toISOString() }];
}

type DeliveryRow = {
  id: string;
  eventType: string;
  subjectName: string;
  endpointName: string;
  status: DeliveryStatus;
  dueAt: Date | null;
};

/** Each way by an index. */
async function findDeliveries(tx: Tx, storeId: string, q: string, number: string): Promise<FoundInStore[]> {
  const rows = await tx.$queryRaw<DeliveryRow[]>`
    WITH events AS (
      SELECT id FROM event WHERE store_id = ${storeId}::uuid AND id = ${q}
      UNION SELECT id FROM event WHERE store_id = ${storeId}::uuid AND subject_name = ${number}
    ), found AS (
      SELECT d.id FROM delivery d WHERE d.store_id = ${storeId}::uuid AND d.id = ${q}
      UNION SELECT a.delivery_id FROM attempt a WHERE a.store_id = ${storeId}::uuid AND a.id = ${q}
      UNION SELECT d.id FROM delivery d
        WHERE d.store_id = ${storeId}::uuid AND d.event_id IN (SELECT id FROM events)
    )
    SELECT d.id, e.type AS "eventType", e.subject_name AS "subjectName", p.name AS "endpointName", d.status,
      d.due_at AS "dueAt"
    FROM found f JOIN delivery d ON d.id = f.id JOIN event e ON e.id = d.event_id
      JOIN endpoint p ON p.id = d.endpoint_id
    ORDER BY d.id DESC LIMIT ${foundMax}`;
  return rows.map(({ dueAt, ...delivery }) => ({
    kind: "delivery",
    ...delivery,
    dueAt: dueAt?.toISOString() ?? null,
  }));
}
