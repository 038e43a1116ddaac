import { policyNow } from "@/lib/platform/clock";
import { Prisma, type Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { firstTypeIdAt } from "@/lib/platform/ids";
import type { DeliveryStatus } from "./shapes";

/** Which deliveries; what is absent narrows nothing. */
export type DeliveryFilter = {
  status?: DeliveryStatus | undefined;
  endpointId?: string | undefined;
  eventType?: string | undefined;
  /** The number of an appointment or an order. */
  subjectName?: string | undefined;
  /** ISO instants: made at `from` or later, and before `to`. */
  from?: string | undefined;
  to?: string | undefined;
};

/** Ids are made within so much of a delivery's own time. */
const slackMs = 60_000;

/** The condition on `delivery d` that a filter makes for a store. Throws `invalid` on `from` or `to`. */
export async function narrow(tx: Tx, storeId: string, filter: DeliveryFilter): Promise<Prisma.Sql> {
  const { status, endpointId, eventType, subjectName } = filter;
  const parts = [Prisma.sql`d.store_id = ${storeId}::uuid`];
  if (status) parts.push(Prisma.sql`d.status = ${status}`);
  if (endpointId) parts.push(Prisma.sql`d.endpoint_id = ${endpointId}`);
  if (eventType)
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM event e
      WHERE e.store_id = d.store_id AND e.id = d.event_id AND e.type = ${eventType})`);
  if (subjectName)
    parts.push(Prisma.sql`d.event_id IN (SELECT e.id FROM event e
      WHERE e.store_id = ${storeId}::uuid AND e.subject_name = ${subjectName})`);
  return Prisma.join([...parts, ...(await narrowTime(tx, filter))], " AND ");
}

/** Ids sort by time, so that an index finds the range; they are made by the real clock, also where policy time is moved. */
async function narrowTime(tx: Tx, filter: DeliveryFilter): Promise<Prisma.Sql[]> {
  const from = toInstant("from", filter.from);
  const to = toInstant("to", filter.to);
  if (!from && !to) return [];
  const driftMs = Math.abs((await policyNow(tx)).getTime() - Date.now()) + slackMs;
  const idAt = (instant: Date, shiftMs: number) =>
    firstTypeIdAt("dlv", new Date(Math.max(0, instant.getTime() + shiftMs)));
  return [
    ...(from ? [Prisma.sql`d.id >= ${idAt(from, -driftMs)} AND d.created_at >= ${from}`] : []),
    ...(to ? [Prisma.sql`d.id < ${idAt(to, driftMs)} AND d.created_at < ${to}`] : []),
  ];
}

function toInstant(property: "from" | "to", text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const instant = new Date(text);
  const year = instant.getUTCFullYear();
  if (!(year >= 1970 && year < 10_000))
    throw invalid(property, "Enter a date and time such as 2026-11-24T09:00Z.");
  return instant;
}
