import type { Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { db, Prisma, type Tx } from "@/lib/platform/db";
import { narrowAgenda, type AgendaFilter } from "./agenda-filter";
import { readAgenda } from "./read-agenda";
import type { AgendaItem, AgendaPage } from "./shapes";

/** `before` and `after` are ids of appointments: what begins earlier, or later, than that one. */
export type BookingPage = AgendaFilter & {
  before?: string | undefined;
  after?: string | undefined;
  take: number;
};

/** One page of the store's appointments in order of time; it begins with what is not over yet, unless `from` says otherwise. */
export async function listBookings(ctx: Ctx, page: BookingPage): Promise<AgendaPage> {
  const { storeId, tx = db() } = ctx;
  const { before, after, take } = page;
  const isEarlier = before !== undefined && after === undefined;
  const edge = await edgeOf(tx, storeId, page);
  const filter = narrowAgenda(storeId, page);
  const direction = isEarlier ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const found = await readAgenda(
    tx,
    storeId,
    Prisma.sql`${filter} AND ${edge} ORDER BY a."from" ${direction}, a.id ${direction} LIMIT ${take + 1}`,
  );
  const hasMore = found.length > take;
  const items = isEarlier ? found.slice(-take) : found.slice(0, take);
  const hasEarlier = isEarlier ? hasMore : await anyBefore(tx, storeId, page, items[0]);
  return {
    items,
    later: ((isEarlier || hasMore) && items.at(-1)?.id) || null,
    earlier: (hasEarlier && items[0]?.id) || null,
  };
}

/** Where the page begins: past the appointment named, or with what is not over yet. */
async function edgeOf(tx: Tx, storeId: string, { before, after, from }: BookingPage): Promise<Prisma.Sql> {
  const id = after ?? before;
  if (id) {
    const row = await tx.appointment.findFirst({ where: { storeId, id }, select: { from: true } });
    if (row)
      return after
        ? Prisma.sql`(a."from", a.id) > (${row.from}, ${id}::uuid)`
        : Prisma.sql`(a."from", a.id) < (${row.from}, ${id}::uuid)`;
  }
  return from ? Prisma.sql`true` : Prisma.sql`a."to" > ${await policyNow(tx)}`;
}

async function anyBefore(
  tx: Tx,
  storeId: string,
  page: BookingPage,
  first: AgendaItem | undefined,
): Promise<boolean> {
  if (!first) return false;
  const [row] = await tx.$queryRaw<{ any: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM appointment a WHERE ${narrowAgenda(storeId, page)}
      AND (a."from", a.id) < (${new Date(first.from)}, ${first.id}::uuid)) AS any`;
  return row?.any ?? false;
}
