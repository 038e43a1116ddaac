import type { CheckoutStart, InvalidItem, PaymentProvider } from "@/lib/events/contract";
import { getStoreSettings, type Ctx } from "@/lib/identity";
import type { Prisma, Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { conflict, invalid } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { cartNotFound, lockCart, type CartState } from "../cart/cart-state";
import { moveExpiry } from "../cart/move-expiry";
import { readCart } from "../cart/read-cart";
import { rememberBuyer } from "../cart/remember-buyer";
import { findOrCreateCustomer } from "../customers/find-or-create-customer";
import { dropHold } from "../holds/drop-hold";
import { openPayment } from "../payments/open-payment";
import { providersFor } from "../payments/providers";
import { StartCheckoutInput } from "./checkout-input";
import { judgeItems } from "./judge-items";

type Within = Ctx & { tx: Tx };

/**
 * Looks at every item again before any payment: those that can no longer be had are removed and reported, lapsed holds
 * whose slot is still free are revived, also in a cart that has expired. Opens the payment of what is left; the redirecting
 * provider's page is `redirectUrl`. Throws `conflict` when nothing is left, and then has removed the items all the same.
 */
export async function startCheckout(
  ctx: Ctx,
  input: StartCheckoutInput & { cartId: string },
): Promise<CheckoutStart> {
  const { provider, customer } = StartCheckoutInput.parse(input);
  const started = await transaction(ctx.tx, async (tx) => {
    const within = { ...ctx, tx };
    const cart = await lockCart(tx, ctx.storeId, input.cartId);
    if (!cart || cart.status === "converted") throw cartNotFound();
    const judgement = await judgeItems(tx, within, cart);
    await removeInvalid(within, judgement.invalid);
    if (judgement.itemIds.length === 0) return { nothingLeft: judgement.invalid };
    if (!cart.isLive) await revive(within, cart);
    const chosen = requireProvider(provider, judgement.totalMinor);
    if (customer) {
      const buyer = await findOrCreateCustomer(within, customer, cart.customerId);
      await rememberBuyer(tx, cart, buyer, customer);
    }
    const payment = await openPayment(tx, {
      storeId: ctx.storeId,
      cart,
      provider: chosen,
      amountMinor: judgement.totalMinor,
    });
    return {
      provider: chosen,
      clientSecret: null,
      redirectUrl: chosen === "stripe" ? payUrl(payment) : null,
      stripeAccountId: null,
      publishableKey: null,
      paymentId: payment.id,
      cart: await readCart(tx, within, cart.id),
      invalidItemIds: judgement.invalid.map((item) => item.id),
      revivedItemIds: judgement.revivedItemIds,
      discountCodeCleared: null,
      invalidItems: judgement.invalid,
    };
  });
  if (started.nothingLeft) throw nothingLeft(started.nothingLeft);
  return started;
}

async function removeInvalid({ storeId, tx }: Within, items: InvalidItem[]): Promise<void> {
  for (const { appointmentId } of items) await dropHold(tx, { storeId, appointmentId });
}

/** The customer has as much time again as with a new cart. */
async function revive(ctx: Within, cart: CartState): Promise<void> {
  const { storeId, tx } = ctx;
  const { reservationGapSeconds } = await getStoreSettings(ctx);
  const expiresAt = new Date(cart.now.getTime() + reservationGapSeconds * 1000);
  await moveExpiry(tx, { storeId, cartId: cart.id, expiresAt });
}

/** What one payment can hold. */
const totalMinorMax = 2 ** 31 - 1;

/** Where nothing is to be paid, that is the way to pay, whatever was asked for. */
function requireProvider(asked: PaymentProvider, totalMinor: number): PaymentProvider {
  if (totalMinor > totalMinorMax) throw invalid("items", "The total is too high to be paid at once.");
  const offered = providersFor(totalMinor).map((provider) => provider.name);
  if (totalMinor === 0) return "no_payment_required";
  if (!offered.includes(asked)) throw invalid("provider", `Choose one of: ${offered.join(", ")}.`);
  return asked;
}

function payUrl({ id, storeId }: Prisma.CartPaymentModel): string {
  const url = new URL(`/pay/${id}`, env().APP_URL);
  url.searchParams.set("store", storeId);
  return url.toString();
}

function nothingLeft(items: InvalidItem[]) {
  if (items.length === 0) return invalid("items", "The cart is empty. Add an appointment first.");
  return conflict("Nothing in the cart is available: the chosen times are no longer available.", {
    fields: [{ property: "items", messages: items.map((item) => item.message) }],
  });
}
