import { describe, expect, test, vi } from "vitest";
import { decidePayment, expireHolds, getCart, holdSlot, startCheckout, submitCheckout } from "@/lib/booking";
import { db } from "@/lib/platform/db";
import { makeProduct } from "../support/factories/catalog";
import { ada, lapse, makeBookable, makeBooking, makeCartWith, slotOf } from "../support/factories/booking";

describe("starting a checkout", () => {
  test("removes what can no longer be had, says why, and goes on with the rest", async () => {
    const { ctx, product, storeId, scheduleId } = await makeBookable();
    const other = await makeProduct({ storeId, scheduleId, priceMinor: 1000 });
    const { cartId, hold } = await makeCartWith(ctx, { slot: slotOf(product) });
    await holdSlot(ctx, { slot: slotOf(other), cartId });
    const { items } = await getCart(ctx, { cartId });
    await db().product.update({ where: { id: product.id }, data: { status: "inactive" } });

    const started = await startCheckout(ctx, { cartId, provider: "cash" });
    expect(started.invalidItemIds).toEqual([items[0]!.id]);
    expect(started.invalidItems).toMatchObject([{ appointmentId: hold.id, reason: "product_inactive" }]);
    expect(started.cart).toMatchObject({
      total: 10,
      items: [{ id: items[1]!.id }],
      payments: [{ amount: 10 }],
    });
    expect(await db().appointment.findUnique({ where: { id: hold.id } })).toBeNull();
  });

  test("with nothing left is a conflict, and no payment is opened", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const slot = slotOf(product);
    const { cartId } = await makeCartWith(ctx, { slot });
    await lapse(cartId);
    await makeBooking(ctx, { slot });
    await expect(startCheckout(ctx, { cartId, provider: "cash" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("no longer available") as string,
      fields: [{ property: "items" }],
    });
    expect(await db().cartPayment.count({ where: { storeId, cartId } })).toBe(0);
    expect(await db().cartItem.count({ where: { storeId, cartId } })).toBe(0);
  });

  test.each(["before the job has run", "after it"])(
    "revives an expired cart whose slot is free, %s",
    async (when) => {
      const { ctx, product } = await makeBookable();
      const slot = slotOf(product);
      const { cartId } = await makeCartWith(ctx, { slot, customer: ada });
      const { items } = await getCart(ctx, { cartId });
      await lapse(cartId);
      if (when === "after it") await expireHolds();
      await expect(getCart(ctx, { cartId })).rejects.toMatchObject({ code: "not-found" });
      const started = await startCheckout(ctx, { cartId, provider: "cash" });
      expect(started).toMatchObject({ revivedItemIds: [items[0]!.id], cart: { status: "active" } });
      await expect(holdSlot(ctx, { slot })).rejects.toMatchObject({ code: "conflict" });
      await expect(submitCheckout(ctx, { cartId })).resolves.toMatchObject({ order: { total: 45 } });
    },
  );

  test("again goes on with the same payment; another way to pay voids it", async () => {
    const { ctx, product } = await makeBookable();
    const { cartId } = await makeCartWith(ctx, { slot: slotOf(product) });
    const first = await startCheckout(ctx, { cartId, provider: "stripe" });
    expect((await startCheckout(ctx, { cartId, provider: "stripe" })).paymentId).toBe(first.paymentId);
    const { cart } = await startCheckout(ctx, { cartId, provider: "cash" });
    expect(cart.payments.map((payment) => payment.status)).toEqual(["voided", "created"]);
    await expect(decidePayment(ctx, { paymentId: first.paymentId, decision: "pay" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("sends the customer to the test provider, and back to the store's site", async () => {
    const { ctx, product, storeId } = await makeBookable();
    await db().store.update({
      where: { id: storeId },
      data: { storefrontBaseUrl: "https://odile.example/done?a=b" },
    });
    const { cartId } = await makeCartWith(ctx, { slot: slotOf(product) });
    const { redirectUrl, paymentId, provider } = await startCheckout(ctx, { cartId, provider: "stripe" });
    expect(provider).toBe("stripe");
    expect(redirectUrl).toBe(`http://localhost:3000/pay/${paymentId}?store=${storeId}`);
    const paid = await decidePayment(ctx, { paymentId, decision: "pay" });
    expect(paid).toMatchObject({ status: "authorized", amountMinor: 4500, currency: "EUR" });
    expect(paid.returnUrl).toBe(
      `https://odile.example/done?a=b&payment_intent=${paymentId}&redirect_status=succeeded`,
    );
  });
});

test("the test provider is offered only where its setting says so", async () => {
  const { ctx, product } = await makeBookable();
  const { cartId } = await makeCartWith(ctx, { slot: slotOf(product) });
  const { paymentId } = await startCheckout(ctx, { cartId, provider: "stripe" });
  vi.stubEnv("TEST_PAYMENTS", "0");
  vi.resetModules();
  const { decidePayment: decide, listPaymentProviders: list } = await import("@/lib/booking");
  expect((await list(ctx, {})).map((provider) => provider.name)).toEqual(["cash"]);
  await expect(decide(ctx, { paymentId, decision: "pay" })).rejects.toMatchObject({ code: "not-found" });
  vi.unstubAllEnvs();
  vi.resetModules();
});
