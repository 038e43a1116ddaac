import { describe, expect, test } from "vitest";
import {
  cancelAppointment,
  getOrder,
  markOrderPaid,
  refundOrder,
  type RefundOrderInput,
} from "@/lib/booking";
import { listAudit } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { customer } from "../support/factories/booking";
import { makeOrder, makeSellingStore } from "../support/factories/order";
import { orderFacts } from "../support/facts";

type Fields = Parameters<typeof makeSellingStore>[0];
type Wanted = Omit<RefundOrderInput, "orderId">;

/** An order of two lines, of one unit and of two, paid by card: 45 and 90 unless `fields` say otherwise. */
async function makePaidOrder(fields?: Fields) {
  const store = await makeSellingStore(fields);
  const order = await makeOrder(store, { provider: "stripe", quantities: [1, 2] });
  const orderId = order.id;
  const [first, second] = order.lineItems;
  return {
    ...store,
    orderId,
    name: order.name,
    one: first!,
    two: second!,
    refund: (wanted: Wanted = {}) => refundOrder(store.owner, { orderId, ...wanted }),
    seen: () => getOrder(customer(store.storeId, order.customerId), { orderId }),
    refunds: async () => (await orderFacts(store.storeId)).filter(({ type }) => type === "order.refunded"),
  };
}

describe("a refund", () => {
  test("in full gives all of it back, for every line, and tells of it", async () => {
    const { refund, seen, refunds, owner, name, orderId, one, two } = await makePaidOrder();
    const { refundId, totalMinor } = await refund({ reason: "Ill" });
    expect(totalMinor).toBe(13_500);
    const now = await seen();
    expect(now).toMatchObject({
      ...{
        paidTotal: 135,
        refundedTotal: 135,
        balance: 0,
        refundStatus: "fully-refunded",
        isFullyRefunded: true,
      },
      lineItems: [
        { refundedQuantity: 1, refundableQuantity: 0, refundLineItems: [{ refundId, lineItemId: one.id }] },
        { refundedQuantity: 2, refundableQuantity: 0, refundLineItems: [{ refundId, quantity: 2 }] },
      ],
      refunds: [{ id: refundId, total: 135, lineItems: [{ lineItemId: one.id }, { lineItemId: two.id }] }],
      logs: [{ title: "Paid" }, { title: "Refunded", description: "€135.00" }],
    });
    const [, charge, back] = now.transactions;
    expect(charge).toMatchObject({ refundedAmount: 135, refundableAmount: 0, isRefundable: false });
    expect(back).toMatchObject({
      ...{ type: "refund", status: "success", gateway: "stripe", amount: 135, refundId },
      parentTransaction: { id: charge!.id },
      refund: { id: refundId, total: 135 },
    });
    expect(await refunds()).toMatchObject([
      { orderingKey: orderId, data: { refund: { id: refundId, total: 135 }, order: { balance: 0 } } },
    ]);
    expect(await listAudit(owner, {})).toMatchObject([
      { what: `Refunded €135.00 of the order ${name}.`, reason: "Ill" },
    ]);
    expect(await db().cartPayment.findFirst({ where: { orderId } })).toMatchObject({ status: "refunded" });
  });

  test("by lines, then by an amount, then of the rest: each tells of itself, and the sums are exact", async () => {
    const { refund, seen, refunds, two } = await makePaidOrder({ priceMinor: 3333 });
    await refund({ lines: [{ lineId: two.id, quantity: 1 }] });
    expect(await seen()).toMatchObject({
      ...{ refundedTotal: 33.33, refundStatus: "partially-refunded" },
      lineItems: [{ refundedQuantity: 0 }, { refundedQuantity: 1, refundableQuantity: 1 }],
    });
    await refund({ amountMinor: 1 });
    await refund();
    expect(await seen()).toMatchObject({ refundedTotal: 99.99, balance: 0, refundStatus: "fully-refunded" });
    expect((await refunds()).map(({ data }) => [data.refund.total, data.order.refundedTotal])).toEqual([
      [33.33, 33.33],
      [0.01, 33.34],
      [66.65, 99.99],
    ]);
  });

  test("goes back over the oldest charge first, and over the next what is more", async () => {
    const { refund, seen, owner, orderId } = await makePaidOrder();
    await refund({ amountMinor: 5000 });
    await markOrderPaid(owner, { orderId, gateway: "cash" });
    await refund({ amountMinor: 10_000 });
    const { refunds, transactions } = await seen();
    expect(refunds.at(-1)?.transactions).toMatchObject([
      { gateway: "stripe", amount: 85 },
      { gateway: "cash", amount: 15 },
    ]);
    expect(transactions.filter(({ isRefundable }) => isRefundable)).toMatchObject([
      { gateway: "cash", refundableAmount: 35, refundedAmount: 15 },
    ]);
  });

  test("leaves the bookings as they are, and canceling one gives no money back but says that it is owed", async () => {
    const { refund, seen, refunds, owner, two } = await makePaidOrder();
    await cancelAppointment(owner, { id: two.appointmentId! });
    expect(await seen()).toMatchObject({
      ...{ refundedTotal: 0, dueToRefund: 90, refundStatus: "refund-owed" },
      ...{ subtotal: 45, total: 135 },
    });
    expect(await refunds()).toEqual([]);
    await refund({ lines: [{ lineId: two.id, quantity: 2 }] });
    expect(await seen()).toMatchObject({
      ...{ dueToRefund: 0, refundStatus: "partially-refunded", paymentStatus: "paid" },
      lineItems: [{ appointment: { status: "scheduled" } }, { appointment: { status: "canceled" } }],
    });
  });
});

describe("money in", () => {
  test.each([
    { currency: "JPY", priceMinor: 3801, unit: 3801, total: 11_403, half: 3800 },
    { currency: "EUR", priceMinor: 3801, unit: 38.01, total: 114.03, half: 38 },
    { currency: "KWD", priceMinor: 3801, unit: 3.801, total: 11.403, half: 3.8 },
  ])("$currency is exact from the cart to the last refund", async ({ unit, total, half, ...fields }) => {
    const { refund, seen, refunds, storeId, one } = await makePaidOrder(fields);
    const [paid] = await orderFacts(storeId);
    expect(paid).toMatchObject({
      type: "order.paid",
      data: { order: { paymentCurrencyCode: fields.currency, total, paidTotal: total, dueToPay: 0 } },
    });
    await refund({ lines: [{ lineId: one.id, quantity: 1 }] });
    await refund({ amountMinor: 3800 });
    await refund();
    expect((await refunds()).map(({ data }) => data.refund.total)).toEqual([
      unit,
      half,
      Number((total - unit - half).toFixed(3)),
    ]);
    expect(await seen()).toMatchObject({ refundedTotal: total, balance: 0 });
  });
});

describe("bad input leaves nothing half-done and fires nothing", () => {
  test("whatever of it is wrong", async () => {
    const { refund, seen, refunds, one, two } = await makePaidOrder();
    const before = await seen();
    const elsewhere = await makePaidOrder();
    const cases: [Wanted, string, string][] = [
      [{ amountMinor: 0 }, "invalid", "amountMinor"],
      [{ amountMinor: -4500 }, "invalid", "amountMinor"],
      [{ amountMinor: 13_501 }, "invalid", "amountMinor"],
      [{ amountMinor: 2 ** 53 }, "invalid", "amountMinor"],
      [{ lines: [{ lineId: newId(), quantity: 1 }] }, "not-found", "lines.0.lineId"],
      [{ lines: [{ lineId: elsewhere.one.id, quantity: 1 }] }, "not-found", "lines.0.lineId"],
      [
        {
          lines: [
            { lineId: one.id, quantity: 1 },
            { lineId: two.id, quantity: 3 },
          ],
        },
        "invalid",
        "lines.1.quantity",
      ],
    ];
    for (const [wanted, code, property] of cases)
      await expect(refund(wanted)).rejects.toMatchObject({ code, fields: [{ property }] });
    expect(await seen()).toEqual(before);
    expect(await refunds()).toEqual([]);
  });

  test("a second refund in full is a conflict", async () => {
    const { refund, refunds } = await makePaidOrder();
    await refund();
    await expect(refund()).rejects.toMatchObject({ code: "conflict", fields: [{ property: "orderId" }] });
    expect(await refunds()).toHaveLength(1);
  });

  test("nothing that was only promised can be refunded", async () => {
    const { refund, refunds } = await makePaidOrder({ captureMethod: "manual" });
    await expect(refund()).rejects.toMatchObject({ code: "conflict" });
    expect(await refunds()).toEqual([]);
  });

  test("a refund whose event cannot be written does not happen", async () => {
    const { refund, seen, storeId } = await makePaidOrder();
    const before = await seen();
    const name = `refuse_${storeId.replaceAll("-", "")}`;
    await db().$executeRawUnsafe(
      `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF NEW.store_id = '${storeId}' THEN RAISE 'no'; END IF; RETURN NEW; END $$`,
    );
    await db().$executeRawUnsafe(
      `CREATE TRIGGER ${name} BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION ${name}()`,
    );
    await expect(refund()).rejects.toThrow();
    await db().$executeRawUnsafe(`DROP TRIGGER ${name} ON event`);
    expect(await seen()).toEqual(before);
    await expect(refund()).resolves.toMatchObject({ totalMinor: 13_500 });
  });
});

test("of twenty refunds at once, together more than was paid, none exceeds it", async () => {
  const { refund, seen, refunds, one } = await makePaidOrder();
  const wanted: Wanted[] = Array.from({ length: 20 }, (_, n) =>
    n % 3 === 0 ? { lines: [{ lineId: one.id, quantity: 1 }] } : { amountMinor: 2000 },
  );
  const results = await Promise.allSettled(wanted.map((each) => refund(each)));
  const issued = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  for (const result of results)
    if (result.status === "rejected")
      expect((result.reason as { code?: string }).code).toMatch(/^(invalid|conflict)$/);
  const totalMinor = issued.reduce((sum, each) => sum + each.totalMinor, 0);
  const now = await seen();
  expect(now.refundedTotal).toBe(totalMinor / 100);
  expect(now.refundedTotal).toBeLessThanOrEqual(135);
  expect(now.refundedTotal).toBeGreaterThan(135 - 20);
  expect(now.lineItems[0]?.refundedQuantity).toBeLessThanOrEqual(1);
  expect(await refunds()).toHaveLength(issued.length);
});

test("the database itself refuses to give back more than a charge took", async () => {
  const { orderId, one } = await makePaidOrder();
  await expect(
    db().orderTransaction.updateMany({
      where: { orderId, type: "capture" },
      data: { refundedMinor: 13_501 },
    }),
  ).rejects.toThrow(/order_transaction_refunded/);
  await expect(
    db().orderTransaction.updateMany({
      where: { orderId, type: "authorization" },
      data: { refundedMinor: 1 },
    }),
  ).rejects.toThrow(/order_transaction_refunded/);
  await expect(
    db().orderLine.updateMany({ where: { id: one.id }, data: { refundedQuantity: 2 } }),
  ).rejects.toThrow(/order_line_refunded/);
});
