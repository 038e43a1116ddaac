import type { Tx } from "@/lib/platform/db";

type Expiry = { storeId: string; cartId: string; expiresAt: Date };

/** A cart's time is its holds' time. What has lost its slot stays lapsed. The cart must be locked. */
export async function moveExpiry(tx: Tx, { storeId, cartId, expiresAt }: Expiry): Promise<void> {
  await tx.cart.updateMany({ where: { storeId, id: cartId }, data: { status: "active", expiresAt } });
  await tx.appointment.updateMany({
    where: { storeId, cartItem: { cartId }, holdExpiresAt: { not: null }, occupancyId: { not: null } },
    data: { holdExpiresAt: expiresAt },
  });
}
