import type { Prisma, Tx } from "@/lib/platform/db";
import type { CartState } from "./cart-state";

type Typed = { firstName?: string | null; lastName?: string | null; phone?: string | null };

/**
 * Notes who buys, as they wrote it: a guest may type an account's address, and then sees only what was typed. Resolves to
 * the cart as it is then. It must be locked.
 */
export async function rememberBuyer(
  tx: Tx,
  cart: CartState,
  customer: Prisma.CustomerModel,
  typed: Typed,
): Promise<CartState> {
  const buyer = {
    customerId: customer.id,
    customerFirstName: typed.firstName ?? cart.customerFirstName,
    customerLastName: typed.lastName ?? cart.customerLastName,
    customerPhone: typed.phone ?? cart.customerPhone,
  };
  const isKnown = Object.entries(buyer).every(([name, value]) => cart[name as keyof typeof buyer] === value);
  if (isKnown) return cart;
  await tx.cart.updateMany({ where: { storeId: customer.storeId, id: cart.id }, data: buyer });
  return { ...cart, ...buyer };
}
