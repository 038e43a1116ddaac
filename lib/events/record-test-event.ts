import { policyNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { newId, newTypeId } from "@/lib/platform/ids";
import { eventTypeRegistry } from "./types/registry";
import type { EventType } from "./types/event-type";

/**
 * Writes the example of a type as an event of the store with its body, for one endpoint to be sent. It tells of no fact: it
 * gets no sequence, and the relay leaves it alone. Returns its id. Throws `invalid` on `type`.
 */
export async function recordTestEvent(
  tx: Tx,
  { storeId, type }: { storeId: string; type: EventType },
): Promise<string> {
  if (!Object.hasOwn(eventTypeRegistry, type)) throw invalid("type", "There is no such event type.");
  const data = eventTypeRegistry[type].example;
  const id = newTypeId("evt");
  const now = await policyNow(tx);
  const subjectId = newId();
  await tx.event.create({
    data: {
      id,
      storeId,
      type,
      isTest: true,
      subjectId,
      subjectName: "example",
      orderingKey: subjectId,
      createdAt: now,
      fannedOutAt: now,
    },
  });
  const timestamp = now.toISOString();
  const body = JSON.stringify({ id, type, timestamp, apiVersion: "1", storeId, sequence: null, data });
  await tx.eventPayload.create({ data: { eventId: id, apiVersion: "1", storeId, body } });
  return id;
}
