import type { Ctx } from "@/lib/identity";
import { db, Prisma } from "@/lib/platform/db";
import { isUpward, newestFirst } from "@/lib/platform/newest-first";
import type { DeliveryListItem } from "./shapes";
import { narrow, type DeliveryFilter } from "./delivery-filter";
import { readItems } from "./read-items";

/** `before` and `after` are the ids of deliveries: older, or newer, than that one. */
export type DeliveryPage = DeliveryFilter & {
  before?: string | undefined;
  after?: string | undefined;
  take: number;
};

export type DeliveryList = {
  /** Newest first. */
  items: DeliveryListItem[];
  /** What `before` the older page has; null: there is none. */
  next: string | null;
  /** What `after` the newer page has; null: there is none. */
  previous: string | null;
};

/** One page of the store's deliveries. Throws `invalid` on `from` or `to`. */
export async function listDeliveries(ctx: Ctx, page: DeliveryPage): Promise<DeliveryList> {
  const { before, after, take } = page;
  const tx = ctx.tx ?? db();
  const upward = isUpward(page);
  const isPast = before === undefined ? Prisma.sql`true` : Prisma.sql`d.id < ${before}`;
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM delivery d
    WHERE ${await narrow(tx, ctx.storeId, page)} AND ${upward ? Prisma.sql`d.id > ${after}` : isPast}
    ORDER BY d.id ${upward ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${take + 1}`;
  const { rows, ...edges } = newestFirst(found, { isUpward: upward, isFirst: before === undefined, take });
  return {
    items: await readItems(
      tx,
      ctx.storeId,
      rows.map(({ id }) => id),
    ),
    ...edges,
  };
}
