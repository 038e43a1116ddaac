import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import {
  book,
  customer,
  dayFromNow,
  fillCart,
  freeSlots,
  openStorefront,
  withCart,
  type Storefront,
} from "@/tests/support/bookable-storefront";
import { customerBearer } from "@/tests/support/customer-bearer";
import { serveStorefront } from "@/tests/support/serve-storefront";

const baseUrl = await serveStorefront();
let storefront: Storefront;
let call: Storefront["call"];
beforeEach(async () => {
  storefront = await openStorefront(baseUrl);
  call = storefront.call;
});

const cash = { provider: "cash", customer };
const start = (headers: Record<string, string>, body: object = cash) =>
  call("/cart/checkout/start", { headers, body });
const submit = (headers: Record<string, string>, body: object = { customer }) =>
  call("/cart/checkout/submit", { headers, body });

async function nothingWasMade() {
  const where = { storeId: storefront.store.id };
  expect(await db().order.count({ where })).toBe(0);
  expect(await db().event.count({ where })).toBe(0);
  expect(await db().appointment.count({ where: { ...where, holdExpiresAt: null } })).toBe(0);
}

describe("a cart", () => {
  test("is made by the first call and found by the next", async () => {
    const made = await call("/cart", { method: "POST" });
    expect(made.status).toBe(201);
    const again = await call("/cart", { method: "POST", ...withCart(made.body.id) });
    expect(again.body.id).toBe(made.body.id);
    expect((await call("/cart", withCart(made.body.id))).body.id).toBe(made.body.id);
  });

  test.each([
    ["no id", ""],
    ["an unknown id", "01936f0e-0000-7000-8000-000000000000"],
    ["no id at all, but a word", "cart_1"],
  ])("of %s is 404, and a new one by POST", async (_, id) => {
    const { status, body } = await call("/cart", withCart(id));
    expect(status).toBe(404);
    expect(body.errors[0].property).toBe("X-Cart-Id");
    expect((await call("/cart", { method: "POST", ...withCart(id) })).status).toBe(201);
  });

  test("gets five more minutes when asked", async () => {
    const { headers } = await fillCart(storefront);
    const before = await call("/cart", { headers });
    const after = await call("/cart/extend", { method: "POST", headers });
    expect(Date.parse(after.body.expiresAt) - Date.parse(before.body.expiresAt)).toBe(300_000);
    expect(after.body.extensionsCount).toBe(1);
  });

  test("gives a slot back when its item is removed", async () => {
    const before = await freeSlots(storefront);
    const { headers } = await fillCart(storefront);
    const { items } = (await call("/cart", { headers })).body;
    expect(await freeSlots(storefront)).not.toEqual(before);
    const after = await call(`/cart/items/${items[0].id}`, { method: "DELETE" });
    expect(after.body.items).toEqual([]);
    expect(await freeSlots(storefront)).toEqual(before);
  });

  test("takes a slot that was held before it was made", async () => {
    const [slot] = await freeSlots(storefront);
    const held = await call("/appointments", { body: { slot } });
    expect(held.body.customer).toMatchObject({ email: null });
    const cart = await call("/cart", { method: "POST" });
    const { status, body } = await call("/cart/items", {
      ...withCart(cart.body.id),
      body: { appointmentId: held.body.id },
    });
    expect(status).toBe(201);
    expect(body.items[0].appointmentId).toBe(held.body.id);
  });
});

describe("holding a slot refuses by name", () => {
  const refused = async (change: object) => {
    const [slot] = await freeSlots(storefront);
    const { status, body } = await call("/appointments", { body: { slot: { ...slot, ...change } } });
    return [status, body.errors?.[0]?.property];
  };
  test.each([
    [{ fromDate: "tomorrow" }, 400, "slot.fromDate"],
    [{ fromDate: "2026-02-30" }, 400, "slot.fromDate"],
    [{ fromTime: "9:00" }, 400, "slot.fromTime"],
    [{ productId: "prod_123" }, 400, "slot.productId"],
    [{ productId: "01936f0e-0000-7000-8000-000000000000" }, 404, "slot.productId"],
    [{ staffMemberId: "01936f0e-0000-7000-8000-000000000000" }, 404, "slot.staffMemberId"],
    [{ toTime: "23:59:00" }, 400, "slot.toTime"],
    [{ fromDate: "2020-01-01", toDate: "2020-01-01" }, 409, "slot.fromDate"],
    [{ fromTime: "02:00:00", toTime: "03:00:00" }, 409, "slot.fromTime"],
  ])("%j → %i", async (change, status, property) => {
    expect(await refused(change)).toEqual([status, property]);
  });

  test("of many who want one slot at once, one has it and the others are 409", async () => {
    const [slot] = await freeSlots(storefront);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call("/appointments", { body: { slot } })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array<number>(9).fill(409)]);
  });

  test("more attendees than the product takes, and attributes beyond their bounds", async () => {
    const [slot] = await freeSlots(storefront);
    const many = await call("/appointments", { body: { slot, numberOfAttendees: 2 } });
    expect([many.status, many.body.errors[0].property]).toEqual([400, "numberOfAttendees"]);
    for (const numberOfAttendees of [0, -1, 1.5, 1e300, "1"]) {
      const { status, body } = await call("/appointments", { body: { slot, numberOfAttendees } });
      expect([status, body.errors[0].property]).toEqual([400, "numberOfAttendees"]);
    }
    const attributes = (count: number, value: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`key-${n}`, value]));
    for (const customAttributes of [attributes(251, "x"), attributes(3, "x".repeat(3_000))]) {
      const { status, body } = await call("/appointments", { body: { slot, customAttributes } });
      expect([status, body.errors[0].property]).toEqual([400, "customAttributes"]);
    }
  });

  test("a twenty-first appointment in one cart, which leaves the slot free", async () => {
    const { cartId } = await fillCart(storefront);
    for (const day of [3, 4, 5, 6, 7, 8, 9]) {
      for (const slot of await freeSlots(storefront, dayFromNow(day))) {
        const { status, body } = await call("/appointments", { body: { slot, cartId } });
        // Kept, or in the way of one that is.
        if (status === 201 || status === 409) continue;
        expect([status, body.errors[0].property]).toEqual([400, "cartId"]);
        const cart = await call("/cart", withCart(cartId));
        expect(cart.body.items).toHaveLength(20);
        return expect(await freeSlots(storefront, dayFromNow(day))).toContainEqual(slot);
      }
    }
    expect.unreachable("There was room for more.");
  });
});

describe("starting a checkout", () => {
  test("of an empty cart, or with a provider that is not offered, is 400", async () => {
    const cart = await call("/cart", { method: "POST" });
    expect((await start({ "x-cart-id": cart.body.id })).status).toBe(400);
    const { headers } = await fillCart(storefront);
    const { status, body } = await start(headers, { provider: "gold" });
    expect(status).toBe(400);
    expect(body.errors[0].property).toBe("provider");
    await nothingWasMade();
  });

  test("takes out what can no longer be had, says why, and goes on with the rest", async () => {
    const { headers, cartId } = await fillCart(storefront);
    const [slot] = await freeSlots(storefront);
    await call("/appointments", { body: { slot, cartId } });
    const { items } = (await call("/cart", { headers })).body;
    await loseSlotOf(items[0].appointmentId);
    const { status, body } = await start(headers);
    expect(status).toBe(201);
    expect(body.invalidItemIds).toEqual([items[0].id]);
    expect(body.invalidItems[0]).toMatchObject({ id: items[0].id, reason: "slot_taken" });
    expect(body.cart.items.map(({ id }: { id: string }) => id)).toEqual([items[1].id]);
    expect(body.cart.total).toBe(45);
  });

  test("is 409 when nothing in the cart can be had any more, and no payment was opened", async () => {
    const { headers, cartId, appointment } = await fillCart(storefront);
    await loseSlotOf(appointment.id);
    const { status, body } = await start(headers);
    expect(status).toBe(409);
    expect(body.message).toContain("no longer available");
    expect(body.errors[0].property).toBe("items");
    expect(await db().cartPayment.count({ where: { cartId } })).toBe(0);
  });

  test("of a cart that has expired revives what is still free", async () => {
    const { headers, cartId, appointment } = await fillCart(storefront);
    const past = new Date(Date.now() - 1_000);
    await db().cart.update({ where: { id: cartId }, data: { expiresAt: past } });
    await db().appointment.update({ where: { id: appointment.id }, data: { holdExpiresAt: past } });
    expect((await call("/cart", { headers })).status).toBe(404);
    const { status, body } = await start(headers);
    expect(status).toBe(201);
    expect(body.revivedItemIds).toEqual(body.cart.items.map(({ id }: { id: string }) => id));
    expect((await call("/cart", { headers })).status).toBe(200);
    expect((await submit(headers)).status).toBe(200);
  });

  /** The hold lapses, and somebody else books the slot. */
  async function loseSlotOf(appointmentId: string) {
    const held = await db().appointment.findUniqueOrThrow({ where: { id: appointmentId } });
    await db().appointment.update({
      where: { id: appointmentId },
      data: { holdExpiresAt: new Date(Date.now() - 1_000) },
    });
    const split = (at: Date) => at.toISOString().slice(0, 19).split("T");
    const [fromDate, fromTime] = split(held.from);
    const [toDate, toTime] = split(held.to);
    await book(storefront, { productId: held.productId, fromDate, fromTime, toDate, toTime });
  }
});

describe("submitting", () => {
  test("twice answers the same order and records one event", async () => {
    const { headers } = await fillCart(storefront);
    await start(headers);
    const [first, second] = await Promise.all([submit(headers), submit(headers)]);
    expect(first.body.order.id).toBe(second.body.order.id);
    expect(await db().event.count({ where: { storeId: storefront.store.id } })).toBe(1);
  });

  test("without starting first is 400", async () => {
    const { headers } = await fillCart(storefront);
    expect((await submit(headers)).status).toBe(400);
    await nothingWasMade();
  });

  test("without a customer is 400 by name", async () => {
    const [slot] = await freeSlots(storefront);
    const cart = await call("/cart", { method: "POST" });
    const { headers } = withCart(cart.body.id);
    await call("/appointments", { body: { slot, cartId: cart.body.id } });
    await start(headers, { provider: "cash" });
    const { status, body } = await submit(headers, {});
    expect(status).toBe(400);
    expect(body.errors[0].property).toMatch(/^customer/);
    await nothingWasMade();
  });

  test("leaves appointments pending unless they are to be marked as scheduled", async () => {
    const { headers } = await fillCart(storefront);
    await start(headers);
    const { body } = await submit(headers);
    expect(body.order.lineItems[0].appointment.status).toBe("pending");
  });

  test("as a signed-in customer books for them, and asks nothing about them", async () => {
    const authorization = await customerBearer(storefront.store.id);
    const cart = await call("/cart", { method: "POST", headers: { authorization } });
    const headers = { authorization, "x-cart-id": cart.body.id };
    const [slot] = await freeSlots(storefront);
    await call("/appointments", { headers, body: { slot, cartId: cart.body.id } });
    await start(headers, { provider: "cash" });
    const { status, body } = await submit(headers, {});
    expect(status).toBe(200);
    const mine = await call("/orders", { headers });
    expect(mine.body.data.map(({ id }: { id: string }) => id)).toEqual([body.order.id]);
  });
});
