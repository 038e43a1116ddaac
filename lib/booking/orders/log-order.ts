import { policyNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

type Entry = {
  storeId: string;
  orderId: string;
  level?: "info" | "error";
  title: string;
  description?: string;
};

/** Adds to the order's history. Its customer reads it too: it says what happened, never who did it. */
export async function logOrder(tx: Tx, entry: Entry): Promise<void> {
  const { storeId, orderId, level = "info", title, description = null } = entry;
  const createdAt = await policyNow(tx);
  await tx.orderLog.create({
    data: { id: newId(), storeId, orderId, level, title, description, createdAt },
  });
  await tx.order.updateMany({ where: { storeId, id: orderId }, data: { updatedAt: createdAt } });
}
