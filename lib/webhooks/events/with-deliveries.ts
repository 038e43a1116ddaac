import type { Prisma, Tx } from "@/lib/platform/db";
import type { DeliveryStatus } from "../deliveries/shapes";
import type { EventListItem } from "./shapes";

/** These events as lists show them, each with what became of it at each endpoint. */
export async function withDeliveries(
  tx: Tx,
  storeId: string,
  events: Prisma.EventModel[],
): Promise<EventListItem[]> {
  const deliveries = await tx.delivery.findMany({
    where: { storeId, eventId: { in: events.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    include: { endpoint: true },
  });
  return events.map(({ id, type, subjectId, subjectName, sequence, createdAt }) => ({
    id,
    type,
    subjectId,
    subjectName,
    sequence: sequence === null ? null : Number(sequence),
    createdAt: createdAt.toISOString(),
    deliveries: deliveries
      .filter(({ eventId }) => eventId === id)
      .map((one) => ({
        id: one.id,
        endpointName: one.endpoint.name,
        status: one.status as DeliveryStatus,
      })),
  }));
}
