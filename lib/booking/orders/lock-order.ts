import type { Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";
import { orderTree, type OrderTree } from "./order-tree";

/**
 * Makes this transaction the only one that moves the order's money, and reads what the one before it has left. Throws
 * `not-found`.
 */
export async function lockOrder(
  tx: Tx,
  { storeId, orderId }: { storeId: string; orderId: string },
): Promise<OrderTree> {
  if (!Uuid.safeParse(orderId).success) throw notFound("The order");
  const locked = await tx.$executeRaw`
    SELECT 1 FROM "order" WHERE store_id = ${storeId}::uuid AND id = ${orderId}::uuid FOR NO KEY UPDATE`;
  if (locked === 0) throw notFound("The order");
  return tx.order.findFirstOrThrow({ where: { storeId, id: orderId }, include: orderTree });
}
