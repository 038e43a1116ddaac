import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { narrowAgenda, type AgendaFilter } from "./agenda-filter";
import { agendaStatuses, type AgendaStatus } from "./shapes";

/** How many of what is not over yet (or of the filter's time) stand how. */
export async function countBookings(ctx: Ctx, filter: AgendaFilter): Promise<Record<AgendaStatus, number>> {
  const { storeId, tx = db() } = ctx;
  const rows = await tx.$queryRaw<{ status: AgendaStatus; count: number }[]>`
    SELECT CASE WHEN a.hold_expires_at IS NULL THEN a.status ELSE 'hold' END AS status, count(*)::int AS count
    FROM appointment a
    WHERE ${narrowAgenda(storeId, filter)} AND (${filter.from ?? null}::text IS NOT NULL OR a."to" > policy_now())
    GROUP BY 1`;
  const countOf = (status: AgendaStatus) => rows.find((row) => row.status === status)?.count ?? 0;
  return Object.fromEntries(agendaStatuses.map((status) => [status, countOf(status)])) as Record<
    AgendaStatus,
    number
  >;
}
