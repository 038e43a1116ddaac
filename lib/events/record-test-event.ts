import { policyNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { eventTypeRegistry } from "./types/registry";
import type { EventType } from "./types/event-type";
import { writeUnsequenced } from "./write-unsequenced";

/**
 * Writes the example of a type as an event of the store with its body, for one endpoint to be sent. It tells of no fact: it
 * gets no sequence, and the relay leaves it alone. Returns its id. Throws `invalid` on `type`.
 */
export async function recordTestEvent(
  tx: Tx,
  { storeId, type }: { storeId: string; type: EventType },
): Promise<string> {
  if (!Object.hasOwn(eventTypeRegistry, type)) throw invalid("type", "There is no such event type.");
  const subject = { id: newId(), name: "example" };
  const createdAt = await policyNow(tx);
  const data = eventTypeRegistry[type].example;
  return writeUnsequenced(tx, {
    storeId,
    type,
    subject,
    orderingKey: subject.id,
    data,
    isTest: true,
    createdAt,
  });
}
