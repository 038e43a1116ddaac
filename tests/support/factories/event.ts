import { recordEvent, type EventType, type NewEvent } from "@/lib/events";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { transaction } from "@/lib/platform/transaction";

type EventInput = Partial<NewEvent> & { storeId: string };

/** A fact recorded as any verb records it, in a transaction of its own; no relay has seen it yet. */
export function makeEvent(input: EventInput) {
  return transaction(undefined, (tx) => recordEvent(tx, newEvent(input)));
}

export function newEvent({ type = "order.paid", ...input }: EventInput): NewEvent {
  const id = newId();
  return {
    type,
    subject: { id, name: "1001" },
    orderingKey: id,
    locationIds: [],
    productIds: [],
    staffMemberIds: [],
    data: { order: { id, name: "1001" } },
    ...input,
  };
}

/** Many facts of a store in one statement, without a nudge. Returns their ids in the order of recording. */
export async function makeEvents(storeId: string, count: number, type: EventType = "order.paid") {
  const rows = await db().$queryRaw<{ id: string }[]>`
    INSERT INTO event (id, store_id, type, subject_id, subject_name, ordering_key, data, created_at)
    SELECT new_typeid('evt'), ${storeId}::uuid, ${type}, gen_random_uuid(), n::text, n::text,
      '{"order":{"name":"' || n || '"}}', policy_now()
    FROM generate_series(1, ${count}::int) AS n RETURNING id`;
  return rows.map(({ id }) => id);
}
