import type { Tx } from "@/lib/platform/db";
import { paymentStatusesBefore } from "./status";

/** A card payment of which nothing is left is refunded. */
export async function markRefunded(
  tx: Tx,
  { storeId, orderId }: { storeId: string; orderId: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE cart_payment p SET status = 'refunded', updated_at = policy_now()
    WHERE p.store_id = ${storeId}::uuid AND p.order_id = ${orderId}::uuid
      AND p.status = ANY (${paymentStatusesBefore("refunded")})
      AND NOT EXISTS (
        SELECT 1 FROM order_transaction t
        WHERE t.store_id = p.store_id AND t.order_id = p.order_id AND t.type = 'capture' AND t.status = 'success'
          AND t.refunded_minor < t.amount_minor)`;
}
