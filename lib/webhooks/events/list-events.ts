import type { Ctx } from "@/lib/identity";
import { db, type Prisma, type Tx } from "@/lib/platform/db";
import { factsOnly } from "./facts-only";
import type { EventList } from "./shapes";
import { withDeliveries } from "./with-deliveries";

/** `before` and `after` are ids of events: recorded earlier, or later, than that one. What is absent narrows nothing. */
export type EventPage = {
  type?: string | undefined;
  /** "1001": the booking's name. */
  subjectName?: string | undefined;
  before?: string | undefined;
  after?: string | undefined;
  take: number;
};

/** One page of the store's facts, newest first. */
export async function listEvents(ctx: Ctx, page: EventPage): Promise<EventList> {
  const { storeId, tx = db() } = ctx;
  const { type, subjectName, before, after, take } = page;
  const isUpward = after !== undefined && before === undefined;
  const edge = await positionOf(tx, storeId, before ?? after);
  const where: Prisma.EventWhereInput = { storeId, ...factsOnly, type, subjectName };
  const rows = await tx.event.findMany({
    where: edge === undefined ? where : { ...where, position: isUpward ? { gt: edge } : { lt: edge } },
    orderBy: { position: isUpward ? "asc" : "desc" },
    take: take + 1,
  });
  const hasMore = rows.length > take;
  const shown = rows.slice(0, take);
  if (isUpward) shown.reverse();
  return {
    items: await withDeliveries(tx, storeId, shown),
    next: ((isUpward || hasMore) && shown.at(-1)?.id) || null,
    previous: ((isUpward ? hasMore : edge !== undefined) && shown[0]?.id) || null,
  };
}

async function positionOf(tx: Tx, storeId: string, id: string | undefined): Promise<bigint | undefined> {
  if (id === undefined) return undefined;
  const event = await tx.event.findFirst({ where: { storeId, id }, select: { position: true } });
  return event?.position;
}
