import type { Cart } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { transaction } from "@/lib/platform/transaction";
import { lockLiveCart } from "./cart-state";
import { moveExpiry } from "./move-expiry";
import { readCart } from "./read-cart";

const extensionMs = 5 * 60_000;

/** Gives the cart and what it holds five more minutes. Throws `not-found` when it has expired already. */
export async function extendCart(ctx: Ctx, input: { cartId: string }): Promise<Cart> {
  const { storeId } = ctx;
  return transaction(ctx.tx, async (tx) => {
    const { id, expiresAt } = await lockLiveCart(tx, storeId, input.cartId);
    await moveExpiry(tx, { storeId, cartId: id, expiresAt: new Date(expiresAt.getTime() + extensionMs) });
    await tx.cart.updateMany({ where: { storeId, id }, data: { extensionsCount: { increment: 1 } } });
    return readCart(tx, ctx, id);
  });
}
