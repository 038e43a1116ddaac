import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { toDeliveryListItem } from "../deliveries/to-delivery-list-item";
import type { EventDetail } from "./shapes";

/** One of the store's events: its body, and its deliveries. Throws `not-found`. */
export async function getEvent(ctx: Ctx, id: string): Promise<EventDetail> {
  const { storeId, tx = db() } = ctx;
  const event = await tx.event.findFirst({ where: { storeId, id } });
  if (!event) throw notFound("The event");
  const payload = await tx.eventPayload.findFirst({ where: { storeId, eventId: id } });
  const deliveries = await tx.delivery.findMany({
    where: { storeId, eventId: id },
    orderBy: { id: "asc" },
    include: { endpoint: true },
  });
  return {
    id,
    type: event.type,
    subjectId: event.subjectId,
    subjectName: event.subjectName,
    sequence: event.sequence === null ? null : Number(event.sequence),
    createdAt: event.createdAt.toISOString(),
    isTest: event.isTest,
    body: payload?.body ?? null,
    isOnItsWay: event.sequence === null && event.fannedOutAt === null,
    deliveries: deliveries.map((row) => toDeliveryListItem(row, event)),
  };
}
