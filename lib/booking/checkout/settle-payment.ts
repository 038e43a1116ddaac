import type { Prisma, Tx } from "@/lib/platform/db";
import { writeTransaction } from "../orders/write-transaction";
import { capturePayment } from "../payments/capture-payment";

type Settling = { storeId: string; orderId: string; payment: Prisma.CartPaymentModel };

/** What the customer is told of their payment. */
export type Settled = "nothing" | "cash" | "authorized" | "captured";

/**
 * Writes what a new order's payment has come to: cash is a sale still to be made, an authorization is captured at once where
 * the store captures automatically, which records `order.paid`.
 */
export async function settlePayment(tx: Tx, { storeId, orderId, payment }: Settling): Promise<Settled> {
  const { id, provider: gateway, amountMinor, currency } = payment;
  if (gateway === "no_payment_required") return "nothing";
  const entry = { storeId, orderId, gateway, amountMinor, currency };
  if (gateway === "cash") {
    await writeTransaction(tx, { ...entry, type: "sale", status: "pending" });
    return "cash";
  }
  const authorizationId = await writeTransaction(tx, { ...entry, type: "authorization", status: "success" });
  const store = await tx.store.findUniqueOrThrow({ where: { id: storeId } });
  if (store.captureMethod !== "automatic") return "authorized";
  const { status } = await capturePayment(tx, { payment, authorizationId, orderId, amountMinor });
  if (status === "failed")
    throw new Error(`The authorization of payment ${id} ran out while it was submitted.`);
  return "captured";
}
