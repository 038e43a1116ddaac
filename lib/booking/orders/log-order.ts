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
  await tx.$executeRaw`
    WITH changed AS (
      UPDATE "order" SET updated_at = policy_now() WHERE store_id = ${storeId}::uuid AND id = ${orderId}::uuid
      RETURNING updated_at)
    INSERT INTO order_log (id, store_id, order_id, level, title, description, created_at)
    SELECT ${newId()}::uuid, ${storeId}::uuid, ${orderId}::uuid, ${level}, ${title}, ${description}, updated_at
    FROM changed`;
}
