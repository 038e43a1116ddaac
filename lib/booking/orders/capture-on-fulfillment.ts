import type { Tx } from "@/lib/platform/db";
import { capturePayment } from "../payments/capture-payment";
import { findAuthorized } from "../payments/find-authorized";
import { lockOrder } from "./lock-order";
import { orderActs } from "./order-acts";
import { orderTotals } from "./order-totals";

/**
 * Takes an order's authorized money once all its bookings are completed, in a store that captures on fulfillment; does
 * nothing otherwise. Never throws for a capture that fails: the order shows it.
 */
export async function captureOnFulfillment(
  tx: Tx,
  { storeId, orderId }: { storeId: string; orderId: string },
): Promise<void> {
  const store = await tx.store.findUniqueOrThrow({ where: { id: storeId } });
  if (store.captureMethod !== "on_fulfillment") return;
  const order = await lockOrder(tx, { storeId, orderId });
  const authorized = findAuthorized(order);
  const { captureMinor } = orderActs(order);
  if (!authorized || captureMinor === 0 || orderTotals(order).fulfillmentStatus !== "fulfilled") return;
  await capturePayment(tx, { ...authorized, orderId, amountMinor: captureMinor });
}
