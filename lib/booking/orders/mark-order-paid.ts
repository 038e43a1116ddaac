import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import type { Tx } from "@/lib/platform/db";
import { conflict, invalid } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/format-money";
import { transaction } from "@/lib/platform/transaction";
import { lockOrder } from "./lock-order";
import { logOrder } from "./log-order";
import { orderActs } from "./order-acts";
import type { OrderTree } from "./order-tree";
import { recordPaid } from "./record-paid";
import { isExpected, transactionStatusesBefore } from "./transaction-status";
import { writeTransaction } from "./write-transaction";

const words = { cash: "in cash", bank_transfer: "by bank transfer" };

export type MarkOrderPaidInput = { orderId: string; gateway: keyof typeof words };

/**
 * Notes that what is due was paid by hand, and records `order.paid`. Throws `conflict` when nothing is due, or a card
 * payment is authorized for it, which could be taken on top; `invalid` for another gateway, `not-found`.
 */
export async function markOrderPaid(ctx: Ctx, input: MarkOrderPaidInput): Promise<{ transactionId: string }> {
  requireManager(ctx);
  const { storeId } = ctx;
  const { orderId, gateway } = input;
  if (!Object.hasOwn(words, gateway)) throw invalid("gateway", "Say how it was paid: cash or bank_transfer.");
  return transaction(ctx.tx, async (tx) => {
    const order = await lockOrder(tx, { storeId, orderId });
    const { markPaidMinor, voidMinor } = orderActs(order);
    if (voidMinor > 0)
      throw conflict("A card payment is authorized for this order. Capture or void it first.");
    if (markPaidMinor === 0) throw conflict("Nothing is due on this order.");
    const amount = formatMoney(markPaidMinor, order.currency);
    const transactionId = await receive(tx, order, { gateway, amountMinor: markPaidMinor });
    await logOrder(tx, { storeId, orderId, title: "Paid", description: `${amount} ${words[gateway]}` });
    await recordAudit(tx, ctx, {
      action: "order.marked-paid",
      targetId: orderId,
      detail: { name: order.name, amount },
    });
    await recordPaid(tx, { storeId, orderId, transactionId });
    return { transactionId };
  });
}

/** The sale that was expected comes true, with what is due of it now; where none was, it is written. */
async function receive(tx: Tx, order: OrderTree, paid: { gateway: string; amountMinor: number }) {
  const { storeId, id: orderId, currency } = order;
  const expected = order.transactions.find(isExpected);
  if (!expected)
    return writeTransaction(tx, { storeId, orderId, currency, type: "sale", status: "success", ...paid });
  const { count } = await tx.orderTransaction.updateMany({
    where: { storeId, id: expected.id, status: { in: transactionStatusesBefore("success") } },
    data: { status: "success", ...paid },
  });
  if (count !== 1) throw new Error(`Transaction ${expected.id} was decided under its order's lock.`);
  return expected.id;
}
