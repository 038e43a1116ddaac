import type { Cart } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { conflict, DomainError } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { lockLiveCart } from "./cart-state";
import { putInCart } from "./put-in-cart";
import { readCart } from "./read-cart";

/**
 * Puts a slot that was held without a cart into one. Again is no mistake. Throws `not-found` for what is no live hold of
 * the store, `conflict` for one that lies in another cart.
 */
export async function addCartItem(ctx: Ctx, input: { cartId: string; appointmentId: string }): Promise<Cart> {
  const { storeId } = ctx;
  return transaction(ctx.tx, async (tx) => {
    const cart = await lockLiveCart(tx, storeId, input.cartId);
    // Two carts at once: the second waits here, then sees the first's item.
    await tx.$executeRaw`
      SELECT 1 FROM appointment WHERE store_id = ${storeId}::uuid AND id = ${input.appointmentId}::uuid FOR UPDATE`;
    const hold = await tx.appointment.findFirst({
      where: { storeId, id: input.appointmentId, holdExpiresAt: { gt: await policyNow(tx) } },
      include: { cartItem: true },
    });
    if (!hold?.occupancyId) throw holdNotFound();
    if (hold.cartItem && hold.cartItem.cartId !== cart.id)
      throw conflict("This appointment is in another cart.");
    if (!hold.cartItem) {
      const product = await tx.product.findFirstOrThrow({ where: { storeId, id: hold.productId } });
      await putInCart(tx, cart, hold, product);
    }
    return readCart(tx, ctx, cart.id);
  });
}

function holdNotFound(): DomainError {
  const message = "The appointment was not found, or its hold has expired.";
  return new DomainError("not-found", message, {
    fields: [{ property: "appointmentId", messages: [message] }],
  });
}
