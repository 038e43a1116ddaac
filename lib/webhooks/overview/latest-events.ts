import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import type { DeliveryStatus, OverviewEvent } from "../shapes";

const shownMax = 8;

/** The store's latest facts, newest first, and how far each came; examples are none. */
export async function latestEvents({ storeId, tx = db() }: Ctx): Promise<OverviewEvent[]> {
  const events = await tx.event.findMany({
    where: { storeId, isTest: false },
    orderBy: { position: "desc" },
    take: shownMax,
  });
  const deliveries = await tx.delivery.findMany({
    where: { storeId, eventId: { in: events.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    include: { endpoint: true },
  });
  return events.map(({ id, type, subjectName, sequence, createdAt }) => ({
    id,
    type,
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
