import type { Tx } from "@/lib/platform/db";
import { newTypeId } from "@/lib/platform/ids";

type Unsequenced = {
  storeId: string;
  type: string;
  subject: { id: string; name: string };
  orderingKey: string;
  data: object;
  isTest: boolean;
  createdAt: Date;
};

/** An event that is no fact of the store's bookings: it is fanned out from the start, so that no relay takes it. */
export async function writeUnsequenced(tx: Tx, event: Unsequenced): Promise<string> {
  const { storeId, type, subject, orderingKey, data, isTest, createdAt } = event;
  const id = newTypeId("evt");
  await tx.event.create({
    data: {
      id,
      storeId,
      type,
      isTest,
      subjectId: subject.id,
      subjectName: subject.name,
      orderingKey,
      createdAt,
      fannedOutAt: createdAt,
    },
  });
  const timestamp = createdAt.toISOString();
  const body = JSON.stringify({ id, type, timestamp, apiVersion: "1", storeId, sequence: null, data });
  await tx.eventPayload.create({ data: { eventId: id, apiVersion: "1", storeId, body } });
  return id;
}
