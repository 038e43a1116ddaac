import { db, type Prisma } from "@/lib/platform/db";
import { newId, newTypeId } from "@/lib/platform/ids";

/** Without one the relay would take the event for a new one. */
let sequence = 0;

type EventInput = { storeId: string; type?: string; body?: string | null };

/** An event that the relay has dealt with. Its payload is gone, as retention leaves it, when `body` is null. */
export async function makeSequencedEvent({ storeId, type = "appointment.created", body }: EventInput) {
  const id = newTypeId("evt");
  const subjectId = newId();
  const event = await db().event.create({
    data: {
      id,
      storeId,
      type,
      subjectId,
      subjectName: "1001",
      orderingKey: subjectId,
      sequence: ++sequence,
      sequencedAt: new Date(),
    },
  });
  if (body !== null) {
    const text = body ?? JSON.stringify({ id, type, storeId, data: {} });
    await db().eventPayload.create({ data: { eventId: id, apiVersion: "1", storeId, body: text } });
  }
  return event;
}

type DeliveryInput = Partial<Prisma.DeliveryUncheckedCreateInput> & { storeId: string; endpointId: string };

/** A delivery at rest, in any state, of an event of its own unless `eventId` names one. */
export async function makeDelivery(input: DeliveryInput) {
  const { storeId, status = "delivered", eventId = (await makeSequencedEvent({ storeId })).id } = input;
  const settledAt = status === "pending" || status === "failed" ? null : new Date();
  return db().delivery.create({ data: { id: newTypeId("dlv"), status, settledAt, ...input, eventId } });
}

type AttemptInput = Partial<Prisma.AttemptUncheckedCreateInput> & { storeId: string; deliveryId: string };

export const makeAttempt = (input: AttemptInput) =>
  db().attempt.create({
    data: {
      id: newTypeId("att"),
      number: 1,
      outcome: "delivered",
      startedAt: new Date(),
      durationMs: 96,
      url: "https://hooks.example/in",
      statusCode: 200,
      ...input,
    },
  });
