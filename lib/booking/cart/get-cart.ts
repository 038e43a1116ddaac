import type { Cart } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { Uuid } from "@/lib/platform/ids";
import { cartNotFound } from "./cart-state";
import { readCart } from "./read-cart";

/** Throws `not-found` when the cart is unknown, expired or checked out. */
export async function getCart(ctx: Ctx, input: { cartId: string }): Promise<Cart> {
  const { tx = db() } = ctx;
  if (!Uuid.safeParse(input.cartId).success) throw cartNotFound();
  const cart = await readCart(tx, ctx, input.cartId);
  const now = (await policyNow(tx)).toISOString();
  if (cart.status !== "active" || !cart.expiresAt || cart.expiresAt <= now) throw cartNotFound();
  return cart;
}
