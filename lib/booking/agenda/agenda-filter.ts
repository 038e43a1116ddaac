import { Prisma } from "@/lib/platform/db";
import { inBook } from "./read-agenda";
import type { AgendaStatus } from "./shapes";

/** Which of the store's appointments; what is absent narrows nothing. */
export type AgendaFilter = {
  status?: AgendaStatus | undefined;
  staffMemberId?: string | undefined;
  locationId?: string | undefined;
  /** ISO instants: begins at `from` or later, and before `to`. */
  from?: string | undefined;
  to?: string | undefined;
};

/** The condition on `appointment a` that a filter makes for a store. */
export function narrowAgenda(storeId: string, filter: AgendaFilter): Prisma.Sql {
  const { status, staffMemberId, locationId, from, to } = filter;
  const parts = [inBook(storeId)];
  if (status === "hold") parts.push(Prisma.sql`a.hold_expires_at IS NOT NULL`);
  else if (status) parts.push(Prisma.sql`a.hold_expires_at IS NULL AND a.status = ${status}`);
  if (staffMemberId) parts.push(Prisma.sql`a.staff_member_id = ${staffMemberId}::uuid`);
  if (locationId) parts.push(Prisma.sql`a.location_id = ${locationId}::uuid`);
  if (from) parts.push(Prisma.sql`a."from" >= ${from}::timestamptz`);
  if (to) parts.push(Prisma.sql`a."from" < ${to}::timestamptz`);
  return Prisma.join(parts, " AND ");
}
