import { describe, expect, test } from "vitest";
import {
  createCart,
  decidePayment,
  expireHolds,
  getPayment,
  holdSlot,
  listPaymentProviders,
  startCheckout,
  submitCheckout,
} from "@/lib/booking";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeProduct } from "../support/factories/catalog";
import {
  ada,
  countOrdered,
  guest,
  lapse,
  makeBookable,
  makeBooking,
  makeCartWith,
  makePaidCart,
  nothingOrdered,
  slotOf,
} from "../support/factories/booking";

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

test("lapsed carts with the same two times in opposite order never deadlock; one of them gets both", async () => {
  const { ctx, product, storeId, scheduleId } = await makeBookable();
  const other = await makeProduct({ storeId, scheduleId });
  const slots = [slotOf(product), slotOf(other)];
  const carts: string[] = [];
  for (let i = 0; i < 8; i++) {
    const { id: cartId } = await createCart(ctx, {});
    for (const slot of i % 2 ? slots : slots.toReversed())
      await holdSlot(ctx, { slot, cartId, customer: ada });
    await startCheckout(ctx, { cartId, provider: "cash" });
    await lapse(cartId);
    carts.push(cartId);
  }
  await expireHolds();
  const results = await Promise.allSettled(carts.map((cartId) => submitCheckout(ctx, { cartId })));
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  expect(await db().appointment.count({ where: { storeId, orderId: { not: null } } })).toBe(2);
  const [found] = await db().$queryRaw<{ deadlocks: number }[]>`
    SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`;
  expect(found?.deadlocks).toBe(0);
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
    expect(await countOrdered(storeId)).toEqual(nothingOrdered);
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
    expect(await countOrdered(storeId)).toEqual(nothingOrdered);
  });

  test("today's total: a price that rose since the start is not charged", async () => {
    const store = await makeBookable();
    const { cartId } = await makePaidCart(store);
    await db().product.update({ where: { id: store.product.id }, data: { priceMinor: 9900 } });
    await expect(submitCheckout(store.ctx, { cartId })).rejects.toMatchObject({
      message: expect.stringContaining("total has changed") as string,
    });
    expect(await countOrdered(store.storeId)).toEqual(nothingOrdered);
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
    expect(await countOrdered(storeId)).toEqual(nothingOrdered);
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
  expect(await countOrdered(store.storeId)).toEqual(nothingOrdered);
});
