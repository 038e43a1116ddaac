import { policyNow } from "@/lib/platform/clock";
import type { Prisma, Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { paymentStatusesBefore } from "../payments/status";
import type { TransactionStatus, TransactionType } from "../orders/transaction-status";

type Settling = { storeId: string; orderId: string; payment: Prisma.CartPaymentModel };
type Entry = { type: TransactionType; status: TransactionStatus; parentId?: string };

/**
 * Writes what the order's payment has come to: cash is a sale still to be made, an authorization is captured at once where
 * the store captures automatically. Resolves to the capture's id where there was one.
 */
export async function settlePayment(tx: Tx, settling: Settling): Promise<string | undefined> {
  const { storeId, orderId, payment } = settling;
  await tx.cartPayment.updateMany({ where: { storeId, id: payment.id }, data: { orderId } });
  if (payment.provider === "no_payment_required") return undefined;
  if (payment.provider === "cash") {
    await write(tx, settling, { type: "sale", status: "pending" });
    return undefined;
  }
  const parentId = await write(tx, settling, { type: "authorization", status: "success" });
  const store = await tx.store.findUniqueOrThrow({ where: { id: storeId } });
  if (store.captureMethod !== "automatic") return undefined;
  const captured = await tx.cartPayment.updateMany({
    where: { storeId, id: payment.id, status: { in: paymentStatusesBefore("captured") } },
    data: { status: "captured", capturedMinor: payment.amountMinor },
  });
  if (captured.count !== 1) throw new Error(`Payment ${payment.id} was decided under the cart's lock.`);
  return write(tx, settling, { type: "capture", status: "success", parentId });
}

async function write(tx: Tx, { storeId, orderId, payment }: Settling, entry: Entry): Promise<string> {
  const id = newId();
  await tx.orderTransaction.create({
    data: {
      ...entry,
      id,
      storeId,
      orderId,
      gateway: payment.provider,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      createdAt: await policyNow(tx),
    },
  });
  return id;
}
