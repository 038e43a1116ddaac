import type { Page, PageInput } from "@/lib/catalog";
import type { AppointmentListItem } from "@/lib/events/contract";
import { getStoreSettings, type Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { ownBookings } from "../customers/own-bookings";
import { toCustomer } from "../customers/to-customer";
import { toLineItem } from "../orders/to-line-item";
import { loadBooked } from "./load-booked";
import type { AppointmentStatus } from "./status";
import { toAppointment } from "./to-appointment";

export const appointmentOrders = [
  "from",
  "to",
  "productId",
  "staffMemberId",
  "customerId",
  "createdAt",
] as const;

export type ListAppointmentsInput = PageInput & {
  status?: AppointmentStatus[];
  staffMembers?: string[];
  products?: string[];
  locations?: string[];
  /** A day in UTC, YYYY-MM-DD. */
  date?: string;
  /** By the time it begins when absent. */
  orderBy?: (typeof appointmentOrders)[number];
};

/** A page of the signed-in customer's own bookings; holds are none. Throws `unauthorized`. */
export async function listAppointments(
  ctx: Ctx,
  input: ListAppointmentsInput,
): Promise<Page<AppointmentListItem>> {
  const { storeId, tx = db() } = ctx;
  const where = {
    ...ownBookings(ctx),
    status: input.status && { in: input.status },
    staffMemberId: input.staffMembers && { in: input.staffMembers },
    productId: input.products && { in: input.products },
    locationId: input.locations && { in: input.locations },
    from: input.date ? dayOf(input.date) : undefined,
  };
  const direction = input.order === "DESC" ? "desc" : "asc";
  const rows = await tx.appointment.findMany({
    where,
    include: { customer: true, line: true },
    orderBy: [{ [input.orderBy ?? "from"]: direction }, { id: direction }],
    skip: (input.page - 1) * input.take,
    take: input.take,
  });
  const { currency } = await getStoreSettings(ctx);
  const bookedOf = await loadBooked(tx, { storeId, currency }, rows);
  const items = rows.flatMap((row) =>
    row.customer
      ? {
          ...toAppointment(row, bookedOf(row)),
          customer: toCustomer(row.customer),
          orderLineItem: row.line && toLineItem(row.line, currency),
        }
      : [],
  );
  return { items, itemCount: await tx.appointment.count({ where }) };
}

const dayMs = 86_400_000;

function dayOf(date: string) {
  const start = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(start.getTime())) throw invalid("date", "Write the date as YYYY-MM-DD.");
  return { gte: start, lt: new Date(start.getTime() + dayMs) };
}
