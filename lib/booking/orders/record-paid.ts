import type { Tx } from "@/lib/platform/db";
import { keepStatuses } from "./keep-statuses";
import { orderTotals } from "./order-totals";
import { orderTree } from "./order-tree";
import { recordOrderEvent } from "./record-order-event";

type Charge = { storeId: string; orderId: string; transactionId: string };

/** Notes what a capture or sale has made of its order, and records `order.paid` when it has left nothing to pay. */
export async function recordPaid(tx: Tx, { storeId, orderId, transactionId }: Charge): Promise<void> {
  const row = await tx.order.findFirstOrThrow({ where: { storeId, id: orderId }, include: orderTree });
  await keepStatuses(tx, [row]);
  const { dueToPayMinor, paidMinor } = orderTotals(row);
  if (dueToPayMinor > 0 || paidMinor === 0) return;
  await recordOrderEvent(tx, row, "order.paid", (order) => ({ order, transactionId }));
}
