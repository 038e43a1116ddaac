import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { PlannedBooking } from "./plan-bookings";

type Planned = PlannedBooking & { id: string; orderId?: string };
const minuteMs = 60_000;

/** The carts that still matter: those that keep a slot now, and those whose card is authorized and not captured. */
export async function writeCarts(storeId: string, bookings: Planned[]) {
  const carts = bookings
    .filter(({ heldUntil, authorizedUntil }) => heldUntil ?? authorizedUntil)
    .map((booking) => ({ ...booking, cartId: newId() }));
  await db().cart.createMany({
    data: carts.map(({ cartId, customer, createdAt, heldUntil }) => ({
      id: cartId,
      storeId,
      customerId: heldUntil ? null : customer.id,
      status: heldUntil ? "active" : "converted",
      currency: "EUR",
      expiresAt: heldUntil ?? new Date(createdAt.getTime() + 15 * minuteMs),
      createdAt,
      updatedAt: createdAt,
    })),
  });
  await db().cartItem.createMany({
    data: carts.map(({ cartId, id, product, createdAt }) => ({
      id: newId(),
      storeId,
      cartId,
      appointmentId: id,
      unitPriceMinor: product.priceMinor,
      quantity: 1,
      createdAt,
    })),
  });
  for (const cart of carts) await writeAuthorized(storeId, cart);
}

async function writeAuthorized(storeId: string, cart: Planned & { cartId: string }) {
  const { cartId, orderId, product, authorizedUntil, createdAt } = cart;
  if (!orderId || !authorizedUntil) return;
  await db().cartPayment.create({
    data: {
      id: newId(),
      storeId,
      cartId,
      orderId,
      provider: "stripe",
      status: "authorized",
      amountMinor: product.priceMinor,
      currency: "EUR",
      authorizedUntil,
      createdAt,
      updatedAt: createdAt,
    },
  });
  await db().order.update({ where: { storeId_id: { storeId, id: orderId } }, data: { cartId } });
}
