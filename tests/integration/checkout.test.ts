import { describe, expect, test, vi } from "vitest";
import {
  createCart,
  decidePayment,
  expireHolds,
  getCart,
  getPayment,
  holdSlot,
  listPaymentProviders,
  startCheckout,
  submitCheckout,
} from "@/lib/booking";
import { eventTypeRegistry } from "@/lib/events/contract";
import type { EventType } from "@/lib/events";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeProduct } from "../support/factories/catalog";
import {
  ada,
  guest,
  lapse,
  makeBookable,
  makeBooking,
  makeCartWith,
  slotOf,
} from "../support/factories/booking";

type Bookable = Awaited<ReturnType<typeof makeBookable>>;

/** Holds a slot and pays for it at the test provider, up to submitting. */
async function makePaidCart({ ctx, product }: Bookable, slot = slotOf(product)) {
  const { cartId, hold } = await makeCartWith(ctx, { slot, customer: ada });
  const { paymentId } = await startCheckout(ctx, { cartId, provider: "stripe" });
  await decidePayment(ctx, { paymentId, decision: "pay" });
  return { cartId, hold, paymentId };
}

async function eventsOf(storeId: string) {
  const rows = await db().event.findMany({ where: { storeId }, orderBy: { position: "asc" } });
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data ?? "null") as Record<string, never> }));
}

/** What a failed checkout must not leave behind. */
async function expectNothingOrdered(storeId: string) {
  expect(await db().order.count({ where: { storeId } })).toBe(0);
  expect(await db().orderTransaction.count({ where: { storeId } })).toBe(0);
  expect(await db().event.count({ where: { storeId } })).toBe(0);
}

describe("a committed booking always has its event", () => {
  test("one appointment.created each, and order.paid once the money is captured", async () => {
    const store = await makeBookable({ priceMinor: 3800 });
    const { ctx, product, storeId, location, staffMember } = store;
    const { cartId, hold } = await makePaidCart(store);
    await holdSlot(ctx, { slot: slotOf(product, { at: "14:00" }), cartId });
    const { paymentId } = await startCheckout(ctx, { cartId, provider: "stripe" });
    await decidePayment(ctx, { paymentId, decision: "pay" });
    const { order } = await submitCheckout(ctx, { cartId, appointmentsSettings: { markAsScheduled: true } });

    expect(order).toMatchObject({ paidTotal: 76, dueToPay: 0, paymentStatus: "paid", isFullyPaid: true });
    const events = await eventsOf(storeId);
    expect(events.map((event) => event.type)).toEqual([
      "appointment.created",
      "appointment.created",
      "order.paid",
    ]);
    for (const event of events) {
      expect(event).toMatchObject({
        orderingKey: order.id,
        productIds: [product.id],
        locationIds: [location.id],
        staffMemberIds: [staffMember.id],
      });
    }
    expect(events[0]).toMatchObject({
      subjectId: hold.id,
      subjectName: hold.name,
      data: { appointment: { id: hold.id, status: "scheduled", orderId: order.id, orderName: order.name } },
    });
    const capture = order.transactions.find((transaction) => transaction.type === "capture");
    expect(events[2]).toMatchObject({
      subjectId: order.id,
      subjectName: order.name,
      data: { transactionId: capture?.id, order: { id: order.id, customerEmail: ada.email } },
    });
  });

  test("cash tells of the booking only: nothing is paid yet", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const { order } = await makeBooking(ctx, { slot: slotOf(product) });
    expect(order).toMatchObject({
      paymentStatus: "unpaid",
      dueToPay: 45,
      transactions: [{ status: "pending" }],
    });
    expect((await eventsOf(storeId)).map((event) => event.type)).toEqual(["appointment.created"]);
  });

  test("a zero-total order needs no payment and fires no order.paid", async () => {
    const { ctx, product, storeId } = await makeBookable({ priceMinor: 0 });
    const { cartId } = await makeCartWith(ctx, { slot: slotOf(product), customer: ada });
    expect(await listPaymentProviders(ctx, { cartId })).toMatchObject([{ name: "no_payment_required" }]);
    const started = await startCheckout(ctx, { cartId, provider: "stripe" });
    expect(started).toMatchObject({ provider: "no_payment_required", redirectUrl: null });
    const { order } = await submitCheckout(ctx, { cartId });
    expect(order).toMatchObject({ total: 0, paymentStatus: "paid", transactions: [] });
    expect((await eventsOf(storeId)).map((event) => event.type)).toEqual(["appointment.created"]);
  });

  test.each(["manual", "on_fulfillment"])(
    "with %s capture the money is promised, not paid",
    async (captureMethod) => {
      const store = await makeBookable();
      await db().store.update({ where: { id: store.storeId }, data: { captureMethod } });
      const { cartId } = await makePaidCart(store);
      const { order } = await submitCheckout(store.ctx, { cartId });
      expect(order).toMatchObject({ paymentStatus: "unpaid", transactions: [{ type: "authorization" }] });
      expect((await eventsOf(store.storeId)).map((event) => event.type)).toEqual(["appointment.created"]);
    },
  );

  test.each([
    { currency: "JPY", priceMinor: 3800, amount: 3800 },
    { currency: "EUR", priceMinor: 3850, amount: 38.5 },
    { currency: "KWD", priceMinor: 3855, amount: 3.855 },
  ])(
    "every body parses with its schema, and $currency is exact",
    async ({ currency, priceMinor, amount }) => {
      const store = await makeBookable({ currency, priceMinor });
      const { cartId } = await makePaidCart(store);
      await submitCheckout(store.ctx, { cartId });
      const events = await eventsOf(store.storeId);
      for (const { type, data } of events)
        expect(eventTypeRegistry[type as EventType].data.parse(data)).toEqual(data);
      expect(events.at(-1)).toMatchObject({
        type: "order.paid",
        data: { order: { paymentCurrencyCode: currency, total: amount, paidTotal: amount } },
      });
    },
  );

  test("fails with the booking: neither is there without the other", async () => {
    const store = await makeBookable();
    const { cartId } = await makePaidCart(store);
    await db().$executeRawUnsafe(
      `CREATE FUNCTION refuse_${store.storeId.replaceAll("-", "")}() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF NEW.store_id = '${store.storeId}' AND NEW.type = 'order.paid' THEN RAISE 'no'; END IF; RETURN NEW; END $$`,
    );
    await db().$executeRawUnsafe(
      `CREATE TRIGGER refuse_once BEFORE INSERT ON event FOR EACH ROW
       EXECUTE FUNCTION refuse_${store.storeId.replaceAll("-", "")}()`,
    );
    try {
      await expect(submitCheckout(store.ctx, { cartId })).rejects.toThrow();
    } finally {
      await db().$executeRawUnsafe("DROP TRIGGER refuse_once ON event");
    }
    await expectNothingOrdered(store.storeId);
    expect((await getCart(store.ctx, { cartId })).payments).toMatchObject([{ status: "authorized" }]);
    await expect(submitCheckout(store.ctx, { cartId })).resolves.toMatchObject({
      order: { isFullyPaid: true },
    });
  });
});

test("a slot is never sold twice: of fifty checkouts at once one makes an order and one event, 49 get a clean conflict", async () => {
  const { ctx, product, storeId } = await makeBookable();
  const slot = slotOf(product);
  const buyers = Array.from({ length: 50 }, (_, i) => ({ email: `buyer-${i}@example.com` }));
  const results = await Promise.allSettled(buyers.map((buyer) => makeBooking(ctx, { slot, buyer })));
  const codes = results.map((r) =>
    r.status === "fulfilled" ? "ordered" : (r.reason as { code?: string }).code,
  );
  expect(codes.filter((code) => code === "ordered")).toHaveLength(1);
  expect(codes.filter((code) => code === "conflict")).toHaveLength(49);
  expect(await db().order.count({ where: { storeId } })).toBe(1);
  expect(await db().event.count({ where: { storeId } })).toBe(1);
});

test("of many lapsed carts with one slot, submitted at once, one gets it", async () => {
  const { ctx, product, storeId } = await makeBookable();
  const slot = slotOf(product);
  const carts: string[] = [];
  for (let i = 0; i < 10; i++) {
    const { cartId } = await makeCartWith(ctx, { slot, customer: { email: `buyer-${i}@example.com` } });
    await startCheckout(ctx, { cartId, provider: "cash" });
    await lapse(cartId);
    carts.push(cartId);
  }
  const results = await Promise.allSettled(carts.map((cartId) => submitCheckout(ctx, { cartId })));
  const refused = results.flatMap((r) => (r.status === "rejected" ? [r.reason as { code?: string }] : []));
  expect(refused.map((error) => error.code)).toEqual(Array.from({ length: 9 }, () => "conflict"));
  expect(await db().order.count({ where: { storeId } })).toBe(1);
  expect(await db().event.count({ where: { storeId } })).toBe(1);
});

test("a double submit makes one order, and tells of it once", async () => {
  const store = await makeBookable();
  const { cartId } = await makePaidCart(store);
  const answers = await Promise.all([1, 2, 3].map(() => submitCheckout(store.ctx, { cartId })));
  const later = await submitCheckout(store.ctx, { cartId });
  expect(new Set([...answers, later].map(({ order }) => order.id)).size).toBe(1);
  expect(await db().order.count({ where: { storeId: store.storeId } })).toBe(1);
  expect(await db().event.count({ where: { storeId: store.storeId } })).toBe(2);
});

describe("a declined payment", () => {
  test("says that nothing was charged, keeps the hold, and can be tried anew", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const slot = slotOf(product);
    const { cartId } = await makeCartWith(ctx, { slot, customer: ada });
    const { paymentId } = await startCheckout(ctx, { cartId, provider: "stripe" });
    await decidePayment(ctx, { paymentId, decision: "decline" });
    await expect(submitCheckout(ctx, { cartId })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/Nothing was charged.*still held/) as string,
    });
    await expectNothingOrdered(storeId);
    await expect(holdSlot(ctx, { slot })).rejects.toMatchObject({ code: "conflict" });

    const again = await startCheckout(ctx, { cartId, provider: "stripe" });
    expect(again.paymentId).not.toBe(paymentId);
    await decidePayment(ctx, { paymentId: again.paymentId, decision: "pay" });
    await expect(submitCheckout(ctx, { cartId })).resolves.toMatchObject({ order: { isFullyPaid: true } });
  });

  test("stays declined", async () => {
    const { ctx, product } = await makeBookable();
    const { cartId } = await makeCartWith(ctx, { slot: slotOf(product) });
    const { paymentId } = await startCheckout(ctx, { cartId, provider: "stripe" });
    await decidePayment(ctx, { paymentId, decision: "decline" });
    await expect(decidePayment(ctx, { paymentId, decision: "decline" })).resolves.toMatchObject({
      status: "failed",
    });
    await expect(decidePayment(ctx, { paymentId, decision: "pay" })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("a checkout needs", () => {
  test("a started payment, then an authorized one", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const { cartId } = await makeCartWith(ctx, { slot: slotOf(product), customer: ada });
    const wrong = { code: "invalid", fields: [{ property: "payment" }] };
    await expect(submitCheckout(ctx, { cartId })).rejects.toMatchObject(wrong);
    await startCheckout(ctx, { cartId, provider: "stripe" });
    await expect(submitCheckout(ctx, { cartId })).rejects.toMatchObject(wrong);
    await expectNothingOrdered(storeId);
  });

  test("today's total: a price that rose since the start is not charged", async () => {
    const store = await makeBookable();
    const { cartId } = await makePaidCart(store);
    await db().product.update({ where: { id: store.product.id }, data: { priceMinor: 9900 } });
    await expect(submitCheckout(store.ctx, { cartId })).rejects.toMatchObject({
      message: expect.stringContaining("total has changed") as string,
    });
    await expectNothingOrdered(store.storeId);
    expect(await startCheckout(store.ctx, { cartId, provider: "cash" })).toMatchObject({
      cart: { total: 99 },
    });
  });

  test("a customer", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const { cartId } = await makeCartWith(ctx, { slot: slotOf(product) });
    await startCheckout(ctx, { cartId, provider: "cash" });
    await expect(submitCheckout(ctx, { cartId })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ property: "customer" }],
    });
    await expectNothingOrdered(storeId);
  });

  test("something in the cart, and a provider that is offered", async () => {
    const { ctx, product } = await makeBookable();
    const { id: empty } = await createCart(ctx, {});
    await expect(startCheckout(ctx, { cartId: empty, provider: "cash" })).rejects.toMatchObject({
      fields: [{ property: "items" }],
    });
    const { cartId } = await makeCartWith(ctx, { slot: slotOf(product) });
    await expect(startCheckout(ctx, { cartId, provider: "bank_transfer" })).rejects.toMatchObject({
      fields: [{ property: "provider" }],
    });
  });
});

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
    expect(paid).toMatchObject({ status: "authorized", amount: 45, currency: "EUR" });
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

test("another store's cart and payment are not found by any verb", async () => {
  const store = await makeBookable();
  const { cartId, paymentId } = await makePaidCart(store);
  const stranger = guest((await makeBookable()).storeId);
  const attempts = [
    () => startCheckout(stranger, { cartId, provider: "cash" }),
    () => submitCheckout(stranger, { cartId, customer: ada }),
    () => listPaymentProviders(stranger, { cartId }),
    () => getPayment(stranger, { paymentId }),
    () => decidePayment(stranger, { paymentId, decision: "decline" }),
    () => submitCheckout(store.ctx, { cartId: newId(), customer: ada }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  expect(await getPayment(store.ctx, { paymentId })).toMatchObject({ status: "authorized" });
  await expectNothingOrdered(store.storeId);
});
