import type { Cart } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { notFound } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { dropHold } from "../holds/drop-hold";
import { lockCart } from "./cart-state";
import { readCart } from "./read-cart";

/** Takes an item out and frees its slot at once. Throws `not-found` for an item of no live cart of the store. */
export async function removeCartItem(ctx: Ctx, input: { itemId: string }): Promise<Cart> {
  const { storeId } = ctx;
  return transaction(ctx.tx, async (tx) => {
    const item = await tx.cartItem.findFirst({ where: { storeId, id: input.itemId } });
    const cart = item && (await lockCart(tx, storeId, item.cartId));
    if (!item || !cart?.isLive) throw notFound("The cart item");
    await dropHold(tx, { storeId, appointmentId: item.appointmentId });
    return readCart(tx, ctx, cart.id);
  });
}
