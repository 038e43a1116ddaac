import { recordEvent } from "@/lib/events";
import { eventTypeRegistry } from "@/lib/events/contract";
import type { Tx } from "@/lib/platform/db";
import { toCustomer } from "../customers/to-customer";
import { toLineItem } from "../orders/to-line-item";
import { loadBooked } from "./load-booked";
import { toAppointment } from "./to-appointment";

/** Records `appointment.created` for each booking of an order. */
export async function recordCreated(tx: Tx, { storeId, orderId }: { storeId: string; orderId: string }) {
  const rows = await tx.appointment.findMany({
    where: { storeId, orderId },
    include: { customer: true, line: true, order: true },
    orderBy: { id: "asc" },
  });
  const currency = rows[0]?.order?.currency;
  if (!currency) return;
  const bookedOf = await loadBooked(tx, { storeId, currency }, rows);
  for (const row of rows) {
    const appointment = {
      ...toAppointment(row, bookedOf(row)),
      internalNote: row.internalNote,
      addOns: [],
      guests: [],
      customer: row.customer && toCustomer(row.customer),
      orderLineItem: row.line && toLineItem(row.line, currency),
      orderId,
      orderName: row.order?.name ?? null,
    };
    await recordEvent(tx, {
      storeId,
      type: "appointment.created",
      subject: { id: row.id, name: row.name },
      orderingKey: orderId,
      locationIds: row.locationId ? [row.locationId] : [],
      productIds: [row.productId],
      staffMemberIds: row.staffMemberId ? [row.staffMemberId] : [],
      data: eventTypeRegistry["appointment.created"].data.parse({ appointment }),
    });
  }
}
