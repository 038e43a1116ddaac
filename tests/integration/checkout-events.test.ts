import { describe, expect, test } from "vitest";
import {
  decidePayment,
  getCart,
  holdSlot,
  listPaymentProviders,
  startCheckout,
  submitCheckout,
} from "@/lib/booking";
import type { EventType } from "@/lib/events";
import { eventTypeRegistry } from "@/lib/events/contract";
import { db } from "@/lib/platform/db";
import {
  ada,
  countOrdered,
  makeBookable,
  makeBooking,
  makeCartWith,
  makePaidCart,
  nothingOrdered,
  slotOf,
} from "../support/factories/booking";

async function eventsOf(storeId: string) {
  const rows = await db().event.findMany({ where: { storeId }, orderBy: { position: "asc" } });
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data ?? "null") as Record<string, never> }));
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
    expect(await countOrdered(store.storeId)).toEqual(nothingOrdered);
    expect((await getCart(store.ctx, { cartId })).payments).toMatchObject([{ status: "authorized" }]);
    await expect(submitCheckout(store.ctx, { cartId })).resolves.toMatchObject({
      order: { isFullyPaid: true },
    });
  });
});
