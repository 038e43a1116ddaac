import { beforeAll, describe, expect, test } from "vitest";
import {
  addCartItem,
  createCart,
  expireHolds,
  extendCart,
  getCart,
  holdSlot,
  removeCartItem,
} from "@/lib/booking";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeProduct, makeStaffMember } from "../support/factories/catalog";
import {
  ada,
  guest,
  lapse,
  makeBookable,
  makeBooking,
  makeCartWith,
  slotOf,
} from "../support/factories/booking";

/** How each ended: the code of a refusal, or "held". */
const ended = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) =>
    result.status === "fulfilled" ? "held" : (result.reason as { code?: string }).code,
  );
const tally = (words: (string | undefined)[]) =>
  words.reduce<Record<string, number>>(
    (count, word) => ({ ...count, [String(word)]: (count[String(word)] ?? 0) + 1 }),
    {},
  );

test("a slot is held for one of fifty who want it at once", async () => {
  const { ctx, product, storeId } = await makeBookable();
  const slot = slotOf(product);
  const results = await Promise.allSettled(Array.from({ length: 50 }, () => holdSlot(ctx, { slot })));
  expect(tally(ended(results))).toEqual({ held: 1, conflict: 49 });
  const refused = results.find((result) => result.status === "rejected");
  expect(String(refused?.reason)).toContain("not available");
  expect(await db().occupancy.count({ where: { storeId } })).toBe(1);
  expect(await db().event.count({ where: { storeId } })).toBe(0);
});

test("overlapping unequal ranges never deadlock, let alone into a failure", async () => {
  const { ctx, product, storeId } = await makeBookable({ durationSeconds: 900, allowCustomDuration: true });
  const slots = Array.from({ length: 40 }, (_, i) =>
    slotOf(product, { at: `10:${["00", "15", "30", "45"][i % 4]}`, seconds: 900 * (1 + (i % 5)) }),
  );
  const words = ended(await Promise.allSettled(slots.map((slot) => holdSlot(ctx, { slot }))));
  expect(new Set(words)).toEqual(new Set(["held", "conflict"]));
  const [found] = await db().$queryRaw<{ overlaps: number; deadlocks: number }[]>`
    SELECT (SELECT count(*)::int FROM occupancy a JOIN occupancy b ON a.id < b.id AND a.resource = b.resource
        AND a.during && b.during WHERE a.store_id = ${storeId}::uuid) AS overlaps,
      (SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()) AS deadlocks`;
  expect(found).toEqual({ overlaps: 0, deadlocks: 0 });
});

test("a class of eight with thirty buyers sells eight", async () => {
  const { ctx, product, storeId } = await makeBookable({ maxAttendees: 8 });
  const slot = slotOf(product);
  const results = await Promise.allSettled(Array.from({ length: 30 }, () => holdSlot(ctx, { slot })));
  expect(tally(ended(results))).toEqual({ held: 8, conflict: 22 });
  expect(await db().occupancy.findMany({ where: { storeId } })).toMatchObject([{ capacity: 8, seats: 8 }]);
});

test("with nobody chosen, each of three staff members takes one of three at once", async () => {
  const { ctx, storeId, scheduleId } = await makeBookable();
  const staff = await Promise.all([1, 2, 3].map(() => makeStaffMember({ storeId, scheduleId })));
  const staffMemberIds = staff.map((row) => row.id);
  const product = await makeProduct({ storeId, scheduleId, staffMemberIds });
  const slot = slotOf(product);
  const results = await Promise.allSettled(Array.from({ length: 4 }, () => holdSlot(ctx, { slot })));
  expect(tally(ended(results))).toEqual({ held: 3, conflict: 1 });
});

describe("an expired hold", () => {
  test("gives way to the next buyer before any job has run", async () => {
    const { ctx, product } = await makeBookable();
    const slot = slotOf(product);
    const { cartId } = await makeCartWith(ctx, { slot });
    await expect(holdSlot(ctx, { slot })).rejects.toMatchObject({ code: "conflict" });
    await lapse(cartId);
    await expect(holdSlot(ctx, { slot })).resolves.toMatchObject({ status: "pending" });
  });

  test("is released by the job, with two workers at it, and its cart abandoned; a booking never is", async () => {
    const { ctx, product, storeId } = await makeBookable({ maxAttendees: 20 });
    const slot = slotOf(product);
    const { hold: booked } = await makeBooking(ctx, { slot });
    const carts = await Promise.all(
      Array.from({ length: 6 }, () => makeCartWith(ctx, { slot, numberOfAttendees: 2 })),
    );
    await Promise.all(carts.map(({ cartId }) => lapse(cartId)));
    await Promise.all([expireHolds(), expireHolds(), expireHolds()]);
    await expireHolds();
    expect(await db().occupancy.findMany({ where: { storeId } })).toMatchObject([{ seats: 1 }]);
    expect(await db().cart.count({ where: { storeId, status: "abandoned" } })).toBe(6);
    expect(await db().appointment.findUnique({ where: { id: booked.id } })).toMatchObject({
      status: "scheduled",
      holdExpiresAt: null,
    });
    expect(await db().event.count({ where: { storeId, type: "appointment.canceled" } })).toBe(0);
  });

  test("is forgotten a day later", async () => {
    const { ctx, product, storeId } = await makeBookable();
    await holdSlot(ctx, { slot: slotOf(product) });
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    await db().appointment.updateMany({ where: { storeId }, data: { holdExpiresAt: longAgo } });
    await expireHolds();
    expect(await db().appointment.count({ where: { storeId } })).toBe(0);
    expect(await db().occupancy.count({ where: { storeId } })).toBe(0);
  });

  test("cannot be a booking, whoever writes it", async () => {
    const { ctx, product } = await makeBookable();
    const { hold } = await makeBooking(ctx, { slot: slotOf(product) });
    const write = db().appointment.update({ where: { id: hold.id }, data: { holdExpiresAt: new Date() } });
    await expect(write).rejects.toThrow("appointment_hold_is_no_booking");
  });
});

describe("a cart", () => {
  test("holds its slots as long as it lives, five minutes more when extended", async () => {
    const { ctx, product } = await makeBookable();
    const { cartId, hold } = await makeCartWith(ctx, { slot: slotOf(product) });
    const before = await getCart(ctx, { cartId });
    const after = await extendCart(ctx, { cartId });
    expect(Date.parse(after.expiresAt!) - Date.parse(before.expiresAt!)).toBe(5 * 60_000);
    expect(after.extensionsCount).toBe(1);
    const row = await db().appointment.findUniqueOrThrow({ where: { id: hold.id } });
    expect(row.holdExpiresAt?.toISOString()).toBe(after.expiresAt);
  });

  test("frees a slot at once when its item is removed", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const slot = slotOf(product);
    const { cartId } = await makeCartWith(ctx, { slot });
    const { items } = await getCart(ctx, { cartId });
    expect(await removeCartItem(ctx, { itemId: items[0]!.id })).toMatchObject({ items: [], total: 0 });
    expect(await db().appointment.count({ where: { storeId } })).toBe(0);
    await expect(holdSlot(ctx, { slot })).resolves.toBeDefined();
  });

  test("takes a slot held without one, once", async () => {
    const { ctx, product } = await makeBookable();
    const { id: appointmentId } = await holdSlot(ctx, { slot: slotOf(product), customer: ada });
    const { id: cartId } = await createCart(ctx, {});
    await addCartItem(ctx, { cartId, appointmentId });
    expect((await addCartItem(ctx, { cartId, appointmentId })).items).toHaveLength(1);
    const { id: other } = await createCart(ctx, {});
    await expect(addCartItem(ctx, { cartId: other, appointmentId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("gets a slot that many want to take at once, or is told that another has it", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const { id: appointmentId } = await holdSlot(ctx, { slot: slotOf(product) });
    const carts = await Promise.all([1, 2, 3, 4].map(() => createCart(ctx, {})));
    const results = await Promise.allSettled(
      carts.map(({ id: cartId }) => addCartItem(ctx, { cartId, appointmentId })),
    );
    expect(tally(ended(results))).toEqual({ held: 1, conflict: 3 });
    expect(await db().cartItem.count({ where: { storeId } })).toBe(1);
  });

  test("that is unknown, expired or another store's is made anew, and is not found by reading", async () => {
    const { ctx, product } = await makeBookable();
    const { cartId } = await makeCartWith(ctx, { slot: slotOf(product) });
    expect((await createCart(ctx, { cartId })).id).toBe(cartId);
    const elsewhere = guest((await makeBookable()).storeId);
    expect((await createCart(elsewhere, { cartId })).id).not.toBe(cartId);
    await lapse(cartId);
    expect((await createCart(ctx, { cartId })).id).not.toBe(cartId);
    for (const id of [cartId, newId(), "", "nonsense"])
      await expect(getCart(ctx, { cartId: id })).rejects.toMatchObject({ code: "not-found" });
  });
});

test.each([
  { currency: "JPY", priceMinor: 4500, unit: 4500, total: 18_000 },
  { currency: "EUR", priceMinor: 1250, unit: 12.5, total: 50 },
  { currency: "KWD", priceMinor: 12_345, unit: 12.345, total: 49.38 },
])(
  "in $currency a line costs every started unit for every attendee",
  async ({ currency, priceMinor, unit, total }) => {
    const { ctx, product } = await makeBookable({
      currency,
      priceMinor,
      maxAttendees: 4,
      allowCustomDuration: true,
    });
    const slot = slotOf(product, { seconds: product.durationSeconds * 2 });
    const { cartId } = await makeCartWith(ctx, { slot, numberOfAttendees: 2 });
    const cart = await getCart(ctx, { cartId });
    expect(cart).toMatchObject({ paymentCurrencyCode: currency, subtotal: total, total });
    expect(cart.items[0]).toMatchObject({
      quantity: 4,
      originalUnitPrice: unit,
      originalSubtotal: total,
      discountedTotal: total,
      lineSubtotal: total,
    });
  },
);

describe("bad input is refused by the name of its property", () => {
  let store: Awaited<ReturnType<typeof makeBookable>>;
  let foreign: Awaited<ReturnType<typeof makeBookable>>;
  beforeAll(async () => {
    [store, foreign] = await Promise.all([makeBookable(), makeBookable()]);
  });

  test.each([
    [
      "an unknown product",
      "slot.productId",
      "not-found",
      () => ({ slot: { ...slotOf(store.product), productId: newId() } }),
    ],
    ["another store's product", "slot.productId", "not-found", () => ({ slot: slotOf(foreign.product) })],
    [
      "another store's staff member",
      "slot.staffMemberId",
      "not-found",
      () => ({ slot: { ...slotOf(store.product), staffMemberId: foreign.staffMember.id } }),
    ],
    [
      "another store's location",
      "slot.locationId",
      "not-found",
      () => ({ slot: { ...slotOf(store.product), locationId: foreign.location.id } }),
    ],
    ["an unknown cart", "cartId", "not-found", () => ({ slot: slotOf(store.product), cartId: newId() })],
    [
      "an unknown customer",
      "customer.customerId",
      "not-found",
      () => ({ slot: slotOf(store.product), customer: { customerId: newId() } }),
    ],
    ["a wrong duration", "slot.toTime", "invalid", () => ({ slot: slotOf(store.product, { seconds: 60 }) })],
    [
      "an end before its beginning",
      "slot.toTime",
      "invalid",
      () => ({ slot: slotOf(store.product, { seconds: -3600 }) }),
    ],
    [
      "too many attendees",
      "numberOfAttendees",
      "invalid",
      () => ({ slot: slotOf(store.product), numberOfAttendees: 2 }),
    ],
    [
      "a time that has passed",
      "slot.fromDate",
      "conflict",
      () => ({ slot: slotOf(store.product, { days: -1 }) }),
    ],
    [
      "an unknown add-on",
      "addOns.0.addOnId",
      "not-found",
      () => ({ slot: slotOf(store.product), addOns: [{ addOnId: newId() }] }),
    ],
  ])("%s: %s", async (_what, property, code, input) => {
    const refused = await holdSlot(store.ctx, input()).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code, fields: [{ property }] });
    expect(await db().appointment.count({ where: { storeId: store.storeId } })).toBe(0);
  });
});
