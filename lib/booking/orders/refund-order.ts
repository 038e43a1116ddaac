import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { formatMoney } from "@/lib/platform/format-money";
import { newId } from "@/lib/platform/ids";
import { transaction } from "@/lib/platform/transaction";
import { markRefunded } from "../payments/mark-refunded";
import { lockOrder } from "./lock-order";
import { logOrder } from "./log-order";
import type { OrderTree } from "./order-tree";
import { planRefund, type RefundPlan } from "./plan-refund";
import { recordRefunded } from "./record-refunded";
import type { RefundOrderInput } from "./refund-input";
import { writeTransaction } from "./write-transaction";

/**
 * Gives money back, and records `order.refunded`. The bookings stay as they are. Throws `conflict` when nothing is left to
 * refund, `invalid` naming the amount or quantity that is not above zero or more than remains, `not-found` for an order or
 * line that is not the store's.
 */
export async function refundOrder(
  ctx: Ctx,
  { orderId, reason, ...wanted }: RefundOrderInput,
): Promise<{ refundId: string; totalMinor: number }> {
  requireManager(ctx);
  const { storeId } = ctx;
  return transaction(ctx.tx, async (tx) => {
    const order = await lockOrder(tx, { storeId, orderId });
    const plan = planRefund(order, wanted);
    const refundId = await write(tx, order, plan, reason?.trim() || null);
    await markRefunded(tx, { storeId, orderId });
    const amount = formatMoney(plan.totalMinor, order.currency);
    await logOrder(tx, { storeId, orderId, title: "Refunded", description: amount });
    await recordAudit(tx, ctx, {
      action: "order.refunded",
      targetId: orderId,
      reason,
      detail: { name: order.name, amount },
    });
    await recordRefunded(tx, { storeId, orderId, refundId });
    return { refundId, totalMinor: plan.totalMinor };
  });
}

async function write(tx: Tx, order: OrderTree, plan: RefundPlan, reason: string | null): Promise<string> {
  const { storeId, id: orderId, currency } = order;
  const refundId = newId();
  const createdAt = await policyNow(tx);
  const { totalMinor } = plan;
  await tx.orderRefund.create({ data: { id: refundId, storeId, orderId, totalMinor, reason, createdAt } });
  for (const { lineId, quantity } of plan.lines) {
    await tx.orderRefundLine.create({
      data: { id: newId(), storeId, refundId, lineId, quantity, createdAt },
    });
    requireOne(
      await tx.$executeRaw`
        UPDATE order_line SET refunded_quantity = refunded_quantity + ${quantity}
        WHERE store_id = ${storeId}::uuid AND id = ${lineId}::uuid AND refunded_quantity + ${quantity} <= quantity`,
    );
  }
  for (const { chargeId, gateway, amountMinor } of plan.shares) {
    requireOne(
      await tx.$executeRaw`
        UPDATE order_transaction SET refunded_minor = refunded_minor + ${amountMinor}
        WHERE store_id = ${storeId}::uuid AND id = ${chargeId}::uuid AND refunded_minor + ${amountMinor} <= amount_minor`,
    );
    await writeTransaction(tx, {
      ...{ storeId, orderId, refundId, gateway, amountMinor, currency },
      type: "refund",
      status: "success",
      parentId: chargeId,
    });
  }
  return refundId;
}

function requireOne(count: number): void {
  if (count !== 1) throw new Error("What was to be refunded has changed under its order's lock.");
}
