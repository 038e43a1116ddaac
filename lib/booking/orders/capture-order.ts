import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { conflict } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { capturePayment, type Captured } from "../payments/capture-payment";
import { findAuthorized } from "../payments/find-authorized";
import { lockOrder } from "./lock-order";
import { orderActs } from "./order-acts";

/**
 * Takes the money that a card has authorized: what is due of it, so nothing for lines that were canceled since. Records
 * `order.paid` when that settles the order. A capture that the provider refuses is no error: it is answered and shown as
 * `failed`, and fires nothing. Throws `conflict` when nothing is authorized or due, `not-found`.
 */
export async function captureOrder(ctx: Ctx, { orderId }: { orderId: string }): Promise<Captured> {
  requireManager(ctx);
  return transaction(ctx.tx, async (tx) => {
    const order = await lockOrder(tx, { storeId: ctx.storeId, orderId });
    const authorized = findAuthorized(order);
    if (!authorized) throw conflict("No payment of this order waits to be captured.");
    const { captureMinor } = orderActs(order);
    if (captureMinor === 0) throw conflict("Nothing is due on this order. Void its payment instead.");
    const captured = await capturePayment(tx, { ...authorized, orderId, amountMinor: captureMinor });
    await recordAudit(tx, ctx, {
      action: "order.captured",
      targetId: orderId,
      detail: { name: order.name, failed: captured.status === "failed" },
    });
    return captured;
  });
}
