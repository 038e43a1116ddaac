import { decidePayment, holdSlot, startCheckout, submitCheckout } from "@/lib/booking";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { ada, makeBookable, makeCartWith, slotOf } from "./booking";
import { makeMember } from "./member";

type StoreInput = Parameters<typeof makeBookable>[0] & {
  captureMethod?: "automatic" | "manual" | "on_fulfillment";
};

/** A store where one can book and be paid, and its owner. */
export async function makeSellingStore({ captureMethod = "automatic", ...fields }: StoreInput = {}) {
  const store = await makeBookable({ allowCustomDuration: true, ...fields });
  await db().store.update({ where: { id: store.storeId }, data: { captureMethod } });
  const { ctx: owner } = await makeMember({ storeId: store.storeId });
  return { ...store, owner };
}

type Seller = { ctx: Ctx; product: { id: string; durationSeconds: number } };
type OrderInput = {
  provider?: "cash" | "stripe";
  /** One line each, of so many units of the product. */
  quantities?: number[];
};

/** A scheduled order; with `stripe` its payment is authorized, and captured where the store does so at once. */
export async function makeOrder({ ctx, product }: Seller, input: OrderInput = {}) {
  const { provider = "cash", quantities = [1] } = input;
  const slots = quantities.map((quantity, index) =>
    slotOf(product, { days: 3 + index, seconds: quantity * product.durationSeconds }),
  );
  const [first, ...others] = slots;
  if (!first) throw new Error("An order has a line.");
  const { cartId } = await makeCartWith(ctx, { slot: first, customer: ada });
  for (const slot of others) await holdSlot(ctx, { slot, cartId });
  const { paymentId } = await startCheckout(ctx, { cartId, provider });
  if (provider === "stripe") await decidePayment(ctx, { paymentId, decision: "pay" });
  const { order } = await submitCheckout(ctx, { cartId, appointmentsSettings: { markAsScheduled: true } });
  return order;
}
