import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";

export type CartState = {
  id: string;
  status: "active" | "converted" | "abandoned";
  /** Active and not expired, by policy time. */
  isLive: boolean;
  expiresAt: Date;
  currency: string;
  customerId: string | null;
  /** What the buyer is called in this checkout, as typed. */
  customerFirstName: string | null;
  customerLastName: string | null;
  customerPhone: string | null;
  /** When it was locked, by policy time. */
  now: Date;
};

/** Makes this transaction the only one that changes the cart. It comes before the resources of its items. */
export async function lockCart(tx: Tx, storeId: string, cartId: string): Promise<CartState | undefined> {
  if (!Uuid.safeParse(cartId).success) return undefined;
  const [cart] = await tx.$queryRaw<CartState[]>`
    SELECT id, status, status = 'active' AND expires_at > policy_now() AS "isLive", expires_at AS "expiresAt", currency,
      customer_id AS "customerId", customer_first_name AS "customerFirstName", customer_last_name AS "customerLastName",
      customer_phone AS "customerPhone", policy_now() AS now
    FROM cart WHERE store_id = ${storeId}::uuid AND id = ${cartId}::uuid
    FOR NO KEY UPDATE`;
  return cart;
}

/** Throws `not-found` unless the cart can still be filled. */
export async function lockLiveCart(
  tx: Tx,
  storeId: string,
  cartId: string,
  property = "X-Cart-Id",
): Promise<CartState> {
  const cart = await lockCart(tx, storeId, cartId);
  if (!cart?.isLive) throw cartNotFound(property);
  return cart;
}

export function cartNotFound(property = "X-Cart-Id"): DomainError {
  const message = "The cart was not found, or it has expired. Create a new one.";
  return new DomainError("not-found", message, { fields: [{ property, messages: [message] }] });
}
