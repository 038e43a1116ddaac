import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import type { DeliveryListItem, DeliveryStatus } from "../contract";
import { toDeliveryListItem } from "./to-delivery-list-item";

export type DeliveryFilter = { status?: DeliveryStatus; endpointId?: string };

/** `before` and `after` are the ids of deliveries: older, or newer, than that one. */
export type DeliveryPage = DeliveryFilter & { before?: string; after?: string; take: number };

export type DeliveryList = {
  /** Newest first. */
  items: DeliveryListItem[];
  /** What `before` the older page has; null: there is none. */
  next: string | null;
  /** What `after` the newer page has; null: there is none. */
  previous: string | null;
};

export async function listDeliveries(ctx: Ctx, page: DeliveryPage): Promise<DeliveryList> {
  const { status, endpointId, before, after, take } = page;
  const tx = ctx.tx ?? db();
  const isUpward = after !== undefined && before === undefined;
  const rows = await tx.delivery.findMany({
    where: { storeId: ctx.storeId, status, endpointId, id: isUpward ? { gt: after } : { lt: before } },
    orderBy: { id: isUpward ? "asc" : "desc" },
    take: take + 1,
    include: { endpoint: true },
  });
  const hasMore = rows.length > take;
  const shown = rows.slice(0, take);
  if (isUpward) shown.reverse();

  const eventIds = shown.map(({ eventId }) => eventId);
  const events = await tx.event.findMany({ where: { storeId: ctx.storeId, id: { in: eventIds } } });
  const byId = new Map(events.map((event) => [event.id, event]));
  const older = isUpward || hasMore;
  const newer = isUpward ? hasMore : before !== undefined;
  return {
    items: shown.map((row) => toDeliveryListItem(row, byId.get(row.eventId))),
    next: (older && shown.at(-1)?.id) || null,
    previous: (newer && shown[0]?.id) || null,
  };
}
