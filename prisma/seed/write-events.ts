import type { EventType } from "@/lib/events";
import { db } from "@/lib/platform/db";
import { pastTypeId } from "./past-id";

/** Something that happened in the past, and what its event told of it. */
export type Fact = {
  type: EventType;
  at: Date;
  subject: { id: string; name: string };
  orderingKey: string;
  booked: { locationId: string; productId: string; staffMemberId: string };
  data: object;
};
export type WrittenEvent = { id: string; type: EventType; at: Date; body: string };

const relayedAfterMs = 12;

/** Writes facts as events that were relayed and fanned out long ago, so that nothing is sent for them now. */
export async function writeEvents(storeId: string, facts: Fact[]): Promise<WrittenEvent[]> {
  const inOrder = [...facts].sort((a, b) => a.at.getTime() - b.at.getTime());
  const events = inOrder.map((fact, i) => {
    const id = pastTypeId("evt", fact.at);
    const sequence = i + 1;
    const body = JSON.stringify({
      id,
      type: fact.type,
      timestamp: fact.at.toISOString(),
      apiVersion: "1",
      storeId,
      sequence,
      data: fact.data,
    });
    return { ...fact, id, sequence, body };
  });
  await db().event.createMany({
    data: events.map(({ id, type, at, subject, orderingKey, booked, sequence }) => {
      const relayedAt = new Date(at.getTime() + relayedAfterMs);
      return {
        id,
        storeId,
        type,
        subjectId: subject.id,
        subjectName: subject.name,
        orderingKey,
        locationIds: [booked.locationId],
        productIds: [booked.productId],
        staffMemberIds: [booked.staffMemberId],
        sequence,
        createdAt: at,
        sequencedAt: relayedAt,
        handedOverAt: relayedAt,
        fannedOutAt: relayedAt,
      };
    }),
  });
  await db().eventPayload.createMany({
    data: events.map(({ id, body }) => ({ eventId: id, apiVersion: "1", storeId, body })),
  });
  await db().storeSequence.create({ data: { storeId, last: events.length } });
  return events;
}
