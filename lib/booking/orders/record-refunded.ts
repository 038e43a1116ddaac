import type { Tx } from "@/lib/platform/db";
import { keepStatuses } from "./keep-statuses";
import { orderTree } from "./order-tree";
import { recordOrderEvent } from "./record-order-event";

type Refunded = { storeId: string; orderId: string; refundId: string };

/** Notes what a refund has made of its order, and records `order.refunded`, in full or in part. */
export async function recordRefunded(tx: Tx, { storeId, orderId, refundId }: Refunded): Promise<void> {
  const row = await tx.order.findFirstOrThrow({ where: { storeId, id: orderId }, include: orderTree });
  await keepStatuses(tx, [row]);
  await recordOrderEvent(tx, row, "order.refunded", (order) => ({
    order,
    refund: order.refunds.find(({ id }) => id === refundId),
  }));
}
