import {
  createCart,
  decidePayment,
  holdSlot,
  startCheckout,
  submitCheckout,
  type HoldSlotInput,
} from "@/lib/booking";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeLocation, makeProduct, makeSchedule, makeStaffMember } from "./catalog";
import { makeStore } from "./store";

type ProductFields = Omit<Parameters<typeof makeProduct>[0], "storeId">;

/** A store that can be booked at any time of any day: one product, given by one staff member at one location. */
export async function makeBookable({
  currency = "EUR",
  ...product
}: ProductFields & { currency?: string } = {}) {
  const store = await makeStore({ currency, timezone: "UTC" });
  const storeId = store.id;
  const hours = [{ from: "00:00:00", to: "24:00:00" }];
  const { id: scheduleId } = await makeSchedule({ storeId, timezone: "UTC", hours, gapMinutes: 15 });
  const location = await makeLocation({ storeId });
  const staffMember = await makeStaffMember({ storeId, scheduleId });
  const made = await makeProduct({
    storeId,
    scheduleId,
    staffMemberIds: [staffMember.id],
    locationIds: [location.id],
    ...product,
  });
  return { storeId, scheduleId, location, staffMember, product: made, ctx: guest(storeId) };
}

export const guest = (storeId: string): Ctx => customer(storeId, null);

export const customer = (storeId: string, customerId: string | null): Ctx => ({
  storeId,
  actor: { kind: "storefront", keyId: newId(), customerId },
});

type Bookable = { id: string; durationSeconds: number };

/** One day for all slots of a file, should midnight pass meanwhile. */
const today = Date.now();

/** A slot some days from now, `at` HH:MM UTC, as long as the product takes unless `seconds` says otherwise. */
export function slotOf(
  product: Bookable,
  {
    days = 3,
    at = "10:00",
    seconds = product.durationSeconds,
  }: { days?: number; at?: string; seconds?: number } = {},
) {
  const date = new Date(today + days * 86_400_000).toISOString().slice(0, 10);
  const from = new Date(`${date}T${at}:00Z`);
  const to = new Date(from.getTime() + seconds * 1000);
  return {
    productId: product.id,
    fromDate: from.toISOString().slice(0, 10),
    fromTime: from.toISOString().slice(11, 19),
    toDate: to.toISOString().slice(0, 10),
    toTime: to.toISOString().slice(11, 19),
  };
}

/** A new cart with the slot in it. */
export async function makeCartWith(ctx: Ctx, holding: HoldSlotInput) {
  const { id: cartId } = await createCart(ctx, {});
  const hold = await holdSlot(ctx, { ...holding, cartId });
  return { cartId, hold };
}

type Buyer = { email: string; firstName?: string; lastName?: string };

export const ada: Buyer = { email: "ada@example.com", firstName: "Ada", lastName: "Maes" };

/** Holds a slot and pays for it at the test provider, up to submitting. */
export async function makePaidCart({ ctx, product }: { ctx: Ctx; product: Bookable }) {
  const { cartId, hold } = await makeCartWith(ctx, { slot: slotOf(product), customer: ada });
  const { paymentId } = await startCheckout(ctx, { cartId, provider: "stripe" });
  await decidePayment(ctx, { paymentId, decision: "pay" });
  return { cartId, hold, paymentId };
}

/** Books a slot to its end: hold, start, submit. */
export async function makeBooking(ctx: Ctx, { buyer = ada, ...holding }: HoldSlotInput & { buyer?: Buyer }) {
  const { cartId, hold } = await makeCartWith(ctx, holding);
  await startCheckout(ctx, { cartId, provider: "cash" });
  const answer = await submitCheckout(ctx, {
    cartId,
    customer: buyer,
    appointmentsSettings: { markAsScheduled: true },
  });
  return { cartId, hold, ...answer };
}

/** The cart's time is over, and so is that of its holds. */
export async function lapse(cartId: string) {
  const past = new Date(Date.now() - 60_000);
  await db().cart.update({ where: { id: cartId }, data: { expiresAt: past } });
  await db().appointment.updateMany({
    where: { cartItem: { cartId }, holdExpiresAt: { not: null } },
    data: { holdExpiresAt: past },
  });
}

/** What a checkout has written: a failed one must have left nothing. */
export async function countOrdered(storeId: string) {
  const where = { where: { storeId } };
  return {
    orders: await db().order.count(where),
    transactions: await db().orderTransaction.count(where),
    events: await db().event.count(where),
  };
}

export const nothingOrdered = { orders: 0, transactions: 0, events: 0 };
