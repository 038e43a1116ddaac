import type { Ctx } from "@/lib/identity";
import type { Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** What the audit log says of a delivery: of what, and to which endpoint. */
export async function nameDelivery(tx: Tx, { storeId }: Ctx, id: string) {
  const delivery = await tx.delivery.findFirst({ where: { storeId, id }, include: { endpoint: true } });
  const event = delivery && (await tx.event.findFirst({ where: { storeId, id: delivery.eventId } }));
  if (!event) throw notFound("The delivery");
  return { type: event.type, subject: event.subjectName, name: delivery.endpoint.name };
}
