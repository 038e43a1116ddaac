import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { priceOf } from "../price";
import type { CartState } from "./cart-state";

/** An order's events hold all its appointments, and have to stay within what an endpoint takes. */
const itemsMax = 20;

/** Prices a hold by its product and gives it the cart's time. The cart must be locked. Throws `invalid` on a full cart. */
export async function putInCart(
  tx: Tx,
  cart: CartState,
  hold: Prisma.AppointmentModel,
  product: Prisma.ProductModel,
): Promise<void> {
  const { storeId } = hold;
  const { unitPriceMinor, quantity } = priceOf(product, hold);
  const put = await tx.$executeRaw`
    INSERT INTO cart_item (id, store_id, cart_id, appointment_id, unit_price_minor, quantity)
    SELECT ${newId()}::uuid, ${storeId}::uuid, ${cart.id}::uuid, ${hold.id}::uuid, ${unitPriceMinor}::int, ${quantity}::int
    WHERE (SELECT count(*) FROM cart_item WHERE store_id = ${storeId}::uuid AND cart_id = ${cart.id}::uuid) < ${itemsMax}::int`;
  if (put === 0)
    throw invalid(
      "cartId",
      `A cart holds at most ${itemsMax} appointments. Check out, then book the others.`,
    );
  if (hold.holdExpiresAt?.getTime() === cart.expiresAt.getTime()) return;
  await tx.appointment.updateMany({
    where: { storeId, id: hold.id },
    data: { holdExpiresAt: cart.expiresAt },
  });
}
