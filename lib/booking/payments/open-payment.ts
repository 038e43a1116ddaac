import type { PaymentProvider } from "@/lib/events/contract";
import type { Prisma, Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { CartState } from "../cart/cart-state";
import { hasRunOut, paymentStatusesBefore } from "./status";

type Wanted = { storeId: string; cart: CartState; provider: PaymentProvider; amountMinor: number };

/**
 * The one open payment of a locked cart. Starting again with the same provider and amount goes on with the same payment,
 * so that a double click charges once; whatever else was open is voided.
 */
export async function openPayment(tx: Tx, wanted: Wanted): Promise<Prisma.CartPaymentModel> {
  const { storeId, cart, provider, amountMinor } = wanted;
  const open = await tx.cartPayment.findMany({
    where: { storeId, cartId: cart.id, status: { in: paymentStatusesBefore("voided") } },
    orderBy: { id: "desc" },
  });
  const { now } = cart;
  const same = open.find(
    (payment) =>
      payment.provider === provider && payment.amountMinor === amountMinor && !hasRunOut(payment, now),
  );
  const others = open.filter((payment) => payment !== same).map((payment) => payment.id);
  if (others.length > 0)
    await tx.cartPayment.updateMany({
      where: { storeId, id: { in: others }, status: { in: paymentStatusesBefore("voided") } },
      data: { status: "voided" },
    });
  if (same) return same;
  return tx.cartPayment.create({
    data: {
      id: newId(),
      storeId,
      cartId: cart.id,
      provider,
      amountMinor,
      currency: cart.currency,
      createdAt: now,
    },
  });
}
