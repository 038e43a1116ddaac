import { recordEvent, type EventType } from "@/lib/events";
import { eventTypeRegistry } from "@/lib/events/contract";
import { getStoreSettings } from "@/lib/identity";
import type { Prisma, Tx } from "@/lib/platform/db";
import { toCustomer } from "../customers/to-customer";
import { toLineItem } from "../orders/to-line-item";
import { loadBooked, type BookedOf } from "./load-booked";
import { toAppointment } from "./to-appointment";

type Facts = {
  storeId: string;
  type: Extract<EventType, `appointment.${string}`>;
  where: Prisma.AppointmentWhereInput;
  /** What the event tells beside the appointment. */
  more?: object;
};

/** Records one event for each booking that `where` finds, as it stands now; in order of time. Resolves to what they book. */
export async function recordFacts(tx: Tx, { storeId, type, where, more }: Facts): Promise<BookedOf> {
  const rows = await tx.appointment.findMany({
    where: { ...where, storeId },
    include: { customer: true, line: true, order: true },
    orderBy: [{ to: "asc" }, { id: "asc" }],
  });
  const currency = rows[0]?.order?.currency ?? (await currencyOf(tx, storeId));
  const bookedOf = await loadBooked(tx, { storeId, currency }, rows);
  for (const row of rows) {
    const { order } = row;
    const appointment = {
      ...toAppointment(row, bookedOf(row)),
      internalNote: row.internalNote,
      addOns: [],
      guests: [],
      customer: row.customer && toCustomer(row.customer),
      orderLineItem: row.line && toLineItem(row.line, order?.currency ?? currency),
      orderId: order?.id ?? null,
      orderName: order?.name ?? null,
    };
    await recordEvent(tx, {
      storeId,
      type,
      subject: { id: row.id, name: row.name },
      orderingKey: order?.id ?? row.id,
      locationIds: row.locationId ? [row.locationId] : [],
      productIds: [row.productId],
      staffMemberIds: row.staffMemberId ? [row.staffMemberId] : [],
      data: eventTypeRegistry[type].data.parse({ appointment, ...more }),
    });
  }
  return bookedOf;
}

async function currencyOf(tx: Tx, storeId: string): Promise<string> {
  const { currency } = await getStoreSettings({ storeId, actor: { kind: "system", name: "events" }, tx });
  return currency;
}
