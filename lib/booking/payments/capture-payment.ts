import { policyNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { formatMoney } from "@/lib/platform/format-money";
import { logOrder } from "../orders/log-order";
import { recordPaid } from "../orders/record-paid";
import { writeTransaction } from "../orders/write-transaction";
import type { Authorized } from "./find-authorized";
import { movePayment } from "./move-payment";
import { hasRunOut } from "./status";

type Capture = Authorized & { orderId: string; amountMinor: number };
export type Captured = { transactionId: string; status: "success" | "failed" };

/**
 * Takes money that was authorized for a locked order, and records `order.paid` when that settles it. The test provider
 * refuses an authorization that has run out, as card providers do: the order then shows a failed capture and is still to be
 * paid.
 */
export async function capturePayment(tx: Tx, capture: Capture): Promise<Captured> {
  const { payment, authorizationId: parentId, orderId, amountMinor } = capture;
  const { storeId, currency } = payment;
  const isOver = hasRunOut(payment, await policyNow(tx));
  const status = isOver ? "failed" : "success";
  await movePayment(tx, payment, isOver ? "failed" : "captured", isOver ? 0 : amountMinor);
  const transactionId = await writeTransaction(tx, {
    ...{ storeId, orderId, parentId, currency, amountMinor, status },
    type: "capture",
    gateway: payment.provider,
  });
  const amount = formatMoney(amountMinor, currency);
  if (isOver) {
    const description = `${amount} could not be taken: the card's authorization has run out`;
    await logOrder(tx, { storeId, orderId, level: "error", title: "Payment failed", description });
  } else {
    await logOrder(tx, { storeId, orderId, title: "Paid", description: `${amount} by card` });
    await recordPaid(tx, { storeId, orderId, transactionId });
  }
  return { transactionId, status };
}
