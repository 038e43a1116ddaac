import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { conflict } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/format-money";
import { transaction } from "@/lib/platform/transaction";
import { findAuthorized } from "../payments/find-authorized";
import { movePayment } from "../payments/move-payment";
import { lockOrder } from "./lock-order";
import { logOrder } from "./log-order";
import { writeTransaction } from "./write-transaction";

/**
 * Gives up a card's authorization, so that nothing is taken; the order is still to be paid. Fires nothing. Throws
 * `conflict` when nothing is authorized (money that was taken is refunded instead), `not-found`.
 */
export async function voidOrderPayment(
  ctx: Ctx,
  { orderId }: { orderId: string },
): Promise<{ transactionId: string }> {
  requireManager(ctx);
  const { storeId } = ctx;
  return transaction(ctx.tx, async (tx) => {
    const order = await lockOrder(tx, { storeId, orderId });
    const authorized = findAuthorized(order);
    if (!authorized)
      throw conflict("No authorized payment of this order can be voided. What was paid is refunded instead.");
    const { payment, authorizationId } = authorized;
    await movePayment(tx, payment, "voided");
    const transactionId = await writeTransaction(tx, {
      storeId,
      orderId,
      type: "void",
      status: "success",
      gateway: payment.provider,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      parentId: authorizationId,
    });
    const amount = formatMoney(payment.amountMinor, payment.currency);
    await logOrder(tx, { storeId, orderId, title: "Payment voided", description: `${amount} was not taken` });
    await recordAudit(tx, ctx, {
      action: "order.voided",
      targetId: orderId,
      detail: { name: order.name, amount },
    });
    return { transactionId };
  });
}
