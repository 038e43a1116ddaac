import type { Tx } from "@/lib/platform/db";
import type { DeliveryListItem } from "./shapes";
import { toDeliveryListItem } from "./to-delivery-list-item";

/** These deliveries of the store as lists show them, newest first. */
export async function readItems(tx: Tx, storeId: string, ids: string[]): Promise<DeliveryListItem[]> {
  const rows = await tx.delivery.findMany({
    where: { storeId, id: { in: ids } },
    orderBy: { id: "desc" },
    include: { endpoint: true },
  });
  const eventIds = rows.map(({ eventId }) => eventId);
  const events = await tx.event.findMany({ where: { storeId, id: { in: eventIds } } });
  const byId = new Map(events.map((event) => [event.id, event]));
  return rows.map((row) => toDeliveryListItem(row, byId.get(row.eventId)));
}
