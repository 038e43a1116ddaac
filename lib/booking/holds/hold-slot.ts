import type { AppointmentCreated } from "@/lib/events/contract";
import { getStoreSettings, type Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { transaction } from "@/lib/platform/transaction";
import { toCreated } from "../appointments/to-created";
import { lockLiveCart, type CartState } from "../cart/cart-state";
import { putInCart } from "../cart/put-in-cart";
import { rememberBuyer } from "../cart/remember-buyer";
import { findOrCreateCustomer } from "../customers/find-or-create-customer";
import { nextName } from "../next-name";
import { HoldSlotInput, slotTimes } from "./hold-slot-input";
import { refused, refuseSlot, requireProduct } from "./refuse-slot";
import { takeSlot } from "./take-slot";

type Wanted = ReturnType<typeof HoldSlotInput.parse>;

/**
 * Keeps a slot for a customer until their cart expires, or for the store's reservation gap without a cart. With a cart the
 * slot is an item of it from now on. Nothing is booked yet, so no event tells of it. Throws `not-found` or `invalid`
 * naming the property, and `conflict` when the slot is not available.
 */
export async function holdSlot(ctx: Ctx, input: HoldSlotInput): Promise<AppointmentCreated> {
  const { storeId } = ctx;
  const wanted = HoldSlotInput.parse(input);
  refuseExtras(wanted);
  const slot = wantedSlot(wanted);
  const name = await nextName(storeId, "appointment");
  return transaction(ctx.tx, async (tx) => {
    const within = { ...ctx, tx };
    const cart = wanted.cartId ? await lockLiveCart(tx, storeId, wanted.cartId, "cartId") : undefined;
    const product = await requireProduct(within, slot);
    const taken = await takeSlot(tx, within, slot);
    if (!taken.ok) throw await refuseSlot(within, slot, taken.reason);
    const customer = await customerOf(within, wanted, cart);
    const { currency, now, expiresAt } = cart ?? (await ownTerms(within));
    const { from, to } = slot;
    const hold = await tx.appointment.create({
      data: {
        id: newId(),
        storeId,
        name,
        productId: product.id,
        staffMemberId: taken.staffMemberId,
        locationId: taken.locationId,
        occupancyId: taken.occupancyId,
        customerId: customer?.id ?? null,
        from,
        to,
        holdExpiresAt: expiresAt,
        createdBy: "customer",
        numberOfAttendees: wanted.numberOfAttendees,
        customAttributes: wanted.customAttributes ?? undefined,
        internalNote: wanted.internalNote ?? null,
        createdAt: now,
      },
    });
    if (cart) await putInCart(tx, cart, hold, product);
    return toCreated(tx, ctx, hold, { customer, given: wanted.customer ?? {}, currency });
  });
}

/** The store has no add-ons, guests and questions yet, so that every one of them is unknown. */
function refuseExtras({ addOns, guests, checkoutQuestionAnswers }: Wanted): void {
  if (addOns.length > 0) throw refused("not-found", "addOns.0.addOnId", "The add-on was not found.");
  if (guests.length > 0) throw refused("invalid", "guests", "This product takes no guests.");
  if (checkoutQuestionAnswers.length > 0)
    throw refused("not-found", "checkoutQuestionAnswers.0.questionId", "The question was not found.");
}

function wantedSlot({ slot, numberOfAttendees }: Wanted) {
  return {
    productId: slot.productId,
    staffMemberId: slot.staffMemberId,
    locationId: slot.locationId,
    ...slotTimes(slot),
    seats: numberOfAttendees,
  };
}

async function customerOf(ctx: Ctx & { tx: Tx }, { customer }: Wanted, cart?: CartState) {
  const { storeId, tx, actor } = ctx;
  if (customer) {
    const row = await findOrCreateCustomer(ctx, customer, cart?.customerId);
    if (cart) await rememberBuyer(tx, cart, row, customer);
    return row;
  }
  const signedIn = actor.kind === "storefront" ? actor.customerId : null;
  const id = signedIn ?? cart?.customerId;
  return id ? tx.customer.findFirst({ where: { storeId, id } }) : null;
}

/** What a cart would say of itself. */
async function ownTerms(ctx: Ctx & { tx: Tx }): Promise<Pick<CartState, "currency" | "now" | "expiresAt">> {
  const { currency, reservationGapSeconds } = await getStoreSettings(ctx);
  const now = await policyNow(ctx.tx);
  return { currency, now, expiresAt: new Date(now.getTime() + reservationGapSeconds * 1000) };
}
