import type { Cart } from "@/lib/events/contract";
import { getStoreSettings, type Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { transaction } from "@/lib/platform/transaction";
import { lockCart } from "./cart-state";
import { readCart } from "./read-cart";

/** The cart with this id while it is live, else a new one; its time starts at its making. */
export async function createCart(ctx: Ctx, input: { cartId?: string | null }): Promise<Cart> {
  const { storeId, actor } = ctx;
  return transaction(ctx.tx, async (tx) => {
    const known = input.cartId ? await lockCart(tx, storeId, input.cartId) : undefined;
    if (known?.isLive) return readCart(tx, ctx, known.id);
    const { currency, reservationGapSeconds } = await getStoreSettings({ ...ctx, tx });
    const now = await policyNow(tx);
    const id = newId();
    await tx.cart.create({
      data: {
        id,
        storeId,
        currency,
        customerId: actor.kind === "storefront" ? actor.customerId : null,
        expiresAt: new Date(now.getTime() + reservationGapSeconds * 1000),
        createdAt: now,
      },
    });
    return readCart(tx, ctx, id);
  });
}
