import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { Prisma } from "@/lib/platform/db";
import { priceOf } from "../price";
import type { CartState } from "./cart-state";

/** Prices a hold by its product and gives it the cart's time. The cart must be locked. */
export async function putInCart(
  tx: Tx,
  cart: CartState,
  hold: Prisma.AppointmentModel,
  product: Prisma.ProductModel,
): Promise<void> {
  const { storeId } = hold;
  await tx.cartItem.create({
    data: { id: newId(), storeId, cartId: cart.id, appointmentId: hold.id, ...priceOf(product, hold) },
  });
  if (hold.holdExpiresAt?.getTime() === cart.expiresAt.getTime()) return;
  await tx.appointment.updateMany({
    where: { storeId, id: hold.id },
    data: { holdExpiresAt: cart.expiresAt },
  });
}
