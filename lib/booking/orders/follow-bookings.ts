import type { Tx } from "@/lib/platform/db";
import { captureOnFulfillment } from "./capture-on-fulfillment";
import { keepStatuses } from "./keep-statuses";
import { ledgerTree } from "./order-tree";

type OrderOf = { storeId: string; orderId: string };

/**
 * What a completed or canceled booking means to its order: other statuses, and perhaps a capture. To be called in that
 * transaction; the orders are locked in one sequence for all workers. Never throws for a capture that fails.
 */
export async function followBookings(tx: Tx, orders: OrderOf[]): Promise<void> {
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  if (byId.size === 0) return;
  const ids = [...byId.keys()].sort();
  const storeIds = ids.map((id) => byId.get(id)!.storeId);
  await tx.$executeRaw`
    SELECT 1 FROM "order" o JOIN unnest(${storeIds}::uuid[], ${ids}::uuid[]) AS asked(store_id, id)
      ON o.store_id = asked.store_id AND o.id = asked.id
    ORDER BY o.id FOR NO KEY UPDATE OF o`;
  const where = { storeId: { in: storeIds }, id: { in: ids } };
  await keepStatuses(tx, await tx.order.findMany({ where, include: ledgerTree }));
  for (const id of ids) await captureOnFulfillment(tx, byId.get(id)!);
}
