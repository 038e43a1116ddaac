import type { Ctx } from "@/lib/identity";
import { db, Prisma } from "@/lib/platform/db";
import { narrowAgenda, type AgendaFilter } from "./agenda-filter";
import { readAgenda } from "./read-agenda";
import type { AgendaItem } from "./shapes";

/** A calendar of a week has room for no more. */
const shownMax = 1000;

/** All that the book has between two instants, in order of time. */
export async function listAgenda(
  ctx: Ctx,
  filter: AgendaFilter & { from: string; to: string },
): Promise<AgendaItem[]> {
  const { storeId, tx = db() } = ctx;
  return readAgenda(
    tx,
    storeId,
    Prisma.sql`${narrowAgenda(storeId, filter)} ORDER BY a."from", a.id LIMIT ${shownMax}`,
  );
}
