import type { Ctx } from "@/lib/identity";
import { db, type Prisma, type Tx } from "@/lib/platform/db";
import { isUpward, newestFirst } from "@/lib/platform/newest-first";
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
  const upward = isUpward(page);
  const edge = await positionOf(tx, storeId, before ?? after);
  const where: Prisma.EventWhereInput = { storeId, ...factsOnly, type, subjectName };
  const rows = await tx.event.findMany({
    where: edge === undefined ? where : { ...where, position: upward ? { gt: edge } : { lt: edge } },
    orderBy: { position: upward ? "asc" : "desc" },
    take: take + 1,
  });
  const { rows: shown, ...edges } = newestFirst(rows, {
    isUpward: upward,
    isFirst: edge === undefined,
    take,
  });
  return { items: await withDeliveries(tx, storeId, shown), ...edges };
}

async function positionOf(tx: Tx, storeId: string, id: string | undefined): Promise<bigint | undefined> {
  if (id === undefined) return undefined;
  const event = await tx.event.findFirst({ where: { storeId, id }, select: { position: true } });
  return event?.position;
}
