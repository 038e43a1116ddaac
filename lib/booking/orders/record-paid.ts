import { recordEvent } from "@/lib/events";
import { eventTypeRegistry } from "@/lib/events/contract";
import type { Tx } from "@/lib/platform/db";
import { loadBooked } from "../appointments/load-booked";
import { orderTotals } from "./order-totals";
import { orderTree } from "./order-tree";
import { toOrder } from "./to-order";

type Capture = { storeId: string; orderId: string; transactionId: string };

/** Records `order.paid` when this capture has left nothing to pay. */
export async function recordPaid(tx: Tx, { storeId, orderId, transactionId }: Capture): Promise<void> {
  const row = await tx.order.findFirstOrThrow({ where: { storeId, id: orderId }, include: orderTree });
  const { dueToPayMinor, paidMinor } = orderTotals(row);
  if (dueToPayMinor > 0 || paidMinor === 0) return;
  const appointments = row.lines.map((line) => line.appointment);
  const order = toOrder(row, await loadBooked(tx, row, appointments));
  await recordEvent(tx, {
    storeId,
    type: "order.paid",
    subject: { id: orderId, name: row.name },
    orderingKey: orderId,
    locationIds: idsOf(appointments.map((a) => a.locationId)),
    productIds: idsOf(appointments.map((a) => a.productId)),
    staffMemberIds: idsOf(appointments.map((a) => a.staffMemberId)),
    data: eventTypeRegistry["order.paid"].data.parse({ order, transactionId }),
  });
}

const idsOf = (ids: (string | null)[]): string[] => [...new Set(ids)].filter((id) => id !== null);
