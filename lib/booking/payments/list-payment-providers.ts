import type { CustomerProvider } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { cartTotalMinor } from "../cart/cart-total";
import { getCart } from "../cart/get-cart";
import { db } from "@/lib/platform/db";
import { providersFor } from "./providers";

/** The ways to pay; with a cart those that can take what it costs now. Throws `not-found` for no live cart of the store. */
export async function listPaymentProviders(
  ctx: Ctx,
  input: { cartId?: string | null },
): Promise<CustomerProvider[]> {
  if (!input.cartId) return providersFor();
  const { id } = await getCart(ctx, { cartId: input.cartId });
  return providersFor(await cartTotalMinor(ctx.tx ?? db(), { storeId: ctx.storeId, cartId: id }));
}
