import type { CheckoutSubmit } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import type { Prisma, Tx } from "@/lib/platform/db";
import { conflict, invalid } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { cartNotFound, lockCart, type CartState } from "../cart/cart-state";
import { rememberBuyer } from "../cart/remember-buyer";
import { findOrCreateCustomer } from "../customers/find-or-create-customer";
import { nextName } from "../next-name";
import { requirePayment } from "../payments/require-payment";
import { answerCheckout } from "./answer-checkout";
import { SubmitCheckoutInput } from "./checkout-input";
import { judgeItems } from "./judge-items";
import { placeOrder } from "./place-order";

type Given = ReturnType<typeof SubmitCheckoutInput.parse>;

/**
 * Turns the cart into an order: looks at its items once more, captures the payment, makes bookings of the holds, records
 * their events and queues the customer's confirmation, all or nothing. Submitting again answers with the same order. Throws `conflict` when a slot was lost,
 * `invalid` naming what is missing: a started and, where money is taken, authorized payment, and the customer.
 */
export async function submitCheckout(
  ctx: Ctx,
  input: SubmitCheckoutInput & { cartId: string },
): Promise<CheckoutSubmit> {
  const { storeId } = ctx;
  const given = SubmitCheckoutInput.parse(input);
  const name = await nextName(storeId, "order");
  const { cartId, placed } = await transaction(ctx.tx, async (tx) => {
    const cart = await lockCart(tx, storeId, input.cartId);
    if (!cart) throw cartNotFound();
    if (cart.status === "converted") return { cartId: cart.id };
    const { invalid: lost, itemIds, totalMinor } = await judgeItems(tx, ctx, cart);
    if (lost.length > 0) throw lostItems(lost.map((item) => item.message));
    const payment = await requirePayment(tx, {
      storeId,
      cart,
      totalMinor,
      paymentId: given.stripePaymentIntentId,
    });
    const within = { ...ctx, tx };
    const placed = await placeOrder(within, {
      ...(await buyerOf(within, cart, given)),
      itemIds,
      name,
      payment,
      markAsScheduled: given.appointmentsSettings?.markAsScheduled ?? false,
      notifyCustomer: given.appointmentsSettings?.notifyCustomer ?? true,
      gclid: given.trackingData?.gclid ?? null,
    });
    return { cartId: cart.id, placed };
  });
  return answerCheckout(ctx, cartId, placed);
}

type Buyer = { cart: CartState; customer: Prisma.CustomerModel };

/** Who was named last: here, at the start, by signing in, or with one of the appointments. */
async function buyerOf(ctx: Ctx & { tx: Tx }, cart: CartState, { customer: typed }: Given): Promise<Buyer> {
  const { storeId, tx, actor } = ctx;
  if (typed) {
    const customer = await findOrCreateCustomer(ctx, typed, cart.customerId);
    return { customer, cart: await rememberBuyer(tx, cart, customer, typed) };
  }
  const named = { storeId, cartItem: { cartId: cart.id }, customerId: { not: null } };
  const signedIn = actor.kind === "storefront" ? actor.customerId : null;
  const known =
    cart.customerId ??
    signedIn ??
    (await tx.appointment.findFirst({ where: named, orderBy: { id: "asc" } }))?.customerId;
  if (known) return { cart, customer: await tx.customer.findFirstOrThrow({ where: { storeId, id: known } }) };
  throw invalid("customer", "Say who books: send customer with an email, or sign in.");
}

const lostItems = (messages: string[]) =>
  conflict(
    "Not everything in the cart is available any more. Nothing was charged; start the checkout again.",
    {
      fields: [{ property: "items", messages }],
    },
  );
