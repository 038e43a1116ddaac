import { recordEvent } from "@/lib/events";
import { eventTypeRegistry, type OrderDetail } from "@/lib/events/contract";
import type { Tx } from "@/lib/platform/db";
import { loadBooked } from "../appointments/load-booked";
import type { OrderTree } from "./order-tree";
import { toOrder } from "./to-order";

type OrderEventType = "order.paid" | "order.refunded";

/** Records a fact about an order as `row` has it: read it after all that the fact tells of is written. */
export async function recordOrderEvent(
  tx: Tx,
  row: OrderTree,
  type: OrderEventType,
  dataOf: (order: OrderDetail) => object,
): Promise<void> {
  const appointments = row.lines.map((line) => line.appointment);
  const order = toOrder(row, await loadBooked(tx, row, appointments));
  await recordEvent(tx, {
    storeId: row.storeId,
    type,
    subject: { id: row.id, name: row.name },
    orderingKey: row.id,
    locationIds: idsOf(appointments.map((a) => a.locationId)),
    productIds: idsOf(appointments.map((a) => a.productId)),
    staffMemberIds: idsOf(appointments.map((a) => a.staffMemberId)),
    data: eventTypeRegistry[type].data.parse(dataOf(order)),
  });
}

const idsOf = (ids: (string | null)[]): string[] => [...new Set(ids)].filter((id) => id !== null);
