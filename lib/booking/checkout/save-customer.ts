import { z } from "zod";
import type { Ctx } from "@/lib/identity";
import { transaction } from "@/lib/platform/transaction";
import { lockLiveCart } from "../cart/cart-state";
import { rememberBuyer } from "../cart/remember-buyer";
import { CustomerInput } from "../customers/customer-input";
import { findOrCreateCustomer } from "../customers/find-or-create-customer";

export const SaveCustomerInput = z.object({ customer: CustomerInput });
export type SaveCustomerInput = z.input<typeof SaveCustomerInput>;

/** Notes who buys before the checkout is submitted. Throws `not-found` for no live cart, or a customer whom it may not name. */
export async function saveCustomer(
  ctx: Ctx,
  input: SaveCustomerInput & { cartId: string },
): Promise<{ customerId: string }> {
  const { customer } = SaveCustomerInput.parse(input);
  return transaction(ctx.tx, async (tx) => {
    const cart = await lockLiveCart(tx, ctx.storeId, input.cartId);
    const buyer = await findOrCreateCustomer({ ...ctx, tx }, customer, cart.customerId);
    await rememberBuyer(tx, cart, buyer, customer);
    return { customerId: buyer.id };
  });
}
