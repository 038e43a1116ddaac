import type { Prisma, Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import type { CartState } from "../cart/cart-state";
import { hasRunOut, isAuthorized, isOpenPayment } from "./status";

type Wanted = { storeId: string; cart: CartState; totalMinor: number; paymentId?: string | null };

/**
 * The payment that a submitted cart is paid with: the one named, else its latest. Throws `invalid` with what to do when
 * there is none, it is not of today's total, or its provider has not authorized it.
 */
export async function requirePayment(tx: Tx, wanted: Wanted): Promise<Prisma.CartPaymentModel> {
  const { storeId, cart, totalMinor, paymentId } = wanted;
  const payments = await tx.cartPayment.findMany({
    where: { storeId, cartId: cart.id },
    orderBy: { id: "desc" },
  });
  const payment = paymentId ? payments.find((row) => row.id === paymentId) : payments[0];
  if (!payment) {
    if (paymentId) throw invalid("stripePaymentIntentId", "This payment is not one of the cart's.");
    throw invalid("payment", "No payment was started. Start the checkout first.");
  }
  if (!isOpenPayment(payment.status)) throw invalid("payment", declined(cart));
  if (hasRunOut(payment, cart.now))
    throw invalid(
      "payment",
      "The payment's authorization has run out. Start the checkout again to pay anew.",
    );
  if (payment.amountMinor !== totalMinor)
    throw invalid("payment", "The total has changed. Nothing was charged; start the checkout again.");
  if (payment.provider === "stripe" && !isAuthorized(payment))
    throw invalid(
      "payment",
      "The payment is not authorized yet. Pay at the redirectUrl of checkout/start first.",
    );
  return payment;
}

const declined = (cart: CartState): string =>
  "The payment was declined or given up. Nothing was charged" +
  (cart.isLive ? `, and your times are still held until ${cart.expiresAt.toISOString()}` : "") +
  ". Start the checkout again to pay anew.";
