import { describe, expect, test } from "vitest";
import { captureOrder, getOrder, markOrderPaid, refundOrder, voidOrderPayment } from "@/lib/booking";
import { captureOnFulfillment } from "@/lib/booking/orders/capture-on-fulfillment";
import { recordPaid } from "@/lib/booking/orders/record-paid";
import { writeTransaction } from "@/lib/booking/orders/write-transaction";
import { listAudit, type Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { transaction } from "@/lib/platform/transaction";
import { customer, guest } from "../support/factories/booking";
import { makeMember } from "../support/factories/member";
import { makeOrder, makeSellingStore } from "../support/factories/order";
import { orderFacts } from "../support/facts";

type Store = Awaited<ReturnType<typeof makeSellingStore>>;
type Order = Awaited<ReturnType<typeof makeOrder>>;

/** The order as its customer sees it now. */
const seen = ({ storeId }: Store, { id, customerId }: Order) =>
  getOrder(customer(storeId, customerId), { orderId: id });
const typesOf = async ({ storeId }: Store) => (await orderFacts(storeId)).map(({ type }) => type);
const actsOf = async ({ owner }: Store) => (await listAudit(owner, {})).map(({ what }) => what);

async function setStatus(order: Order, line: number, status: string) {
  await db().appointment.update({ where: { id: order.lineItems[line]!.appointmentId! }, data: { status } });
}

async function makeManual(quantities?: number[]) {
  const store = await makeSellingStore({ captureMethod: "manual" });
  return { store, order: await makeOrder(store, { provider: "stripe", quantities }) };
}

describe("a capture", () => {
  test("takes what was authorized, tells of it once, and leaves its trace", async () => {
    const { store, order } = await makeManual();
    expect(await typesOf(store)).toEqual([]);
    const { transactionId, status } = await captureOrder(store.owner, { orderId: order.id });
    expect(status).toBe("success");
    const now = await seen(store, order);
    expect(now).toMatchObject({ paidTotal: 45, dueToPay: 0, paymentStatus: "paid", isFullyPaid: true });
    expect(now.logs).toMatchObject([{ title: "Paid", description: "€45.00 by card", level: "info" }]);
    expect(now.transactions).toMatchObject([
      { type: "authorization", isRefundable: false, childTransactions: [{ id: transactionId }] },
      { id: transactionId, type: "capture", refundableAmount: 45, isRefundable: true },
    ]);
    expect(await orderFacts(store.storeId)).toMatchObject([
      { type: "order.paid", orderingKey: order.id, data: { transactionId, order: { paidTotal: 45 } } },
    ]);
    expect(await actsOf(store)).toEqual([`Captured the payment of the order ${order.name}.`]);
    await expect(captureOrder(store.owner, { orderId: order.id })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await typesOf(store)).toEqual(["order.paid"]);
  });

  test("leaves out what was canceled since, and takes nothing when all was", async () => {
    const { store, order } = await makeManual([1, 2]);
    await setStatus(order, 1, "canceled");
    await captureOrder(store.owner, { orderId: order.id });
    expect(await seen(store, order)).toMatchObject({
      total: 135,
      subtotal: 45,
      paidTotal: 45,
      dueToRefund: 0,
    });

    const none = await makeManual();
    await setStatus(none.order, 0, "canceled");
    await expect(captureOrder(none.store.owner, { orderId: none.order.id })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Void"),
    });
  });

  test("that the card refuses is shown, fires nothing, and the order can still be paid by hand", async () => {
    const { store, order } = await makeManual();
    await db().cartPayment.updateMany({
      where: { orderId: order.id },
      data: { authorizedUntil: new Date(Date.now() - 1_000) },
    });
    expect(await captureOrder(store.owner, { orderId: order.id })).toMatchObject({ status: "failed" });
    const now = await seen(store, order);
    expect(now).toMatchObject({ paidTotal: 0, dueToPay: 45, paymentStatus: "unpaid" });
    expect(now.transactions.at(-1)).toMatchObject({ type: "capture", status: "failed", isRefundable: false });
    expect(now.logs).toMatchObject([{ title: "Payment failed", level: "error" }]);
    expect(await typesOf(store)).toEqual([]);
    await markOrderPaid(store.owner, { orderId: order.id, gateway: "bank_transfer" });
    expect(await typesOf(store)).toEqual(["order.paid"]);
  });

  test("on fulfillment waits for the last booking to be completed", async () => {
    const store = await makeSellingStore({ captureMethod: "on_fulfillment" });
    const { storeId } = store;
    const order = await makeOrder(store, { provider: "stripe", quantities: [1, 1, 1] });
    const fulfil = () =>
      transaction(undefined, (tx) => captureOnFulfillment(tx, { storeId, orderId: order.id }));
    await setStatus(order, 0, "completed");
    await fulfil();
    expect(await typesOf(store)).toEqual([]);
    await setStatus(order, 1, "completed");
    await setStatus(order, 2, "canceled");
    await fulfil();
    await fulfil();
    expect(await typesOf(store)).toEqual(["order.paid"]);
    expect(await seen(store, order)).toMatchObject({ paidTotal: 90, dueToPay: 0, dueToRefund: 0 });
  });

  test("on fulfillment does nothing in a store that captures by hand", async () => {
    const { store, order } = await makeManual();
    await setStatus(order, 0, "completed");
    const { storeId } = store;
    await transaction(undefined, (tx) => captureOnFulfillment(tx, { storeId, orderId: order.id }));
    expect(await seen(store, order)).toMatchObject({ paymentStatus: "unpaid" });
  });
});

describe("marking as paid", () => {
  test.each(["cash", "bank_transfer"] as const)("by %s settles what is due, once", async (gateway) => {
    const store = await makeSellingStore();
    const order = await makeOrder(store, { quantities: [1, 1] });
    await setStatus(order, 1, "canceled");
    const { transactionId } = await markOrderPaid(store.owner, { orderId: order.id, gateway });
    expect(await seen(store, order)).toMatchObject({
      paymentStatus: "paid",
      paidTotal: 45,
      transactions: [{ id: transactionId, type: "sale", status: "success", gateway, amount: 45 }],
    });
    await expect(markOrderPaid(store.owner, { orderId: order.id, gateway })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await orderFacts(store.storeId)).toMatchObject([{ type: "order.paid", data: { transactionId } }]);
    expect(await actsOf(store)).toEqual([`Marked the order ${order.name} as paid.`]);
  });

  test("is refused while a card payment could be taken on top, and for another gateway", async () => {
    const { store, order } = await makeManual();
    const pay = (gateway: string) =>
      markOrderPaid(store.owner, { orderId: order.id, gateway: gateway as "cash" });
    await expect(pay("cash")).rejects.toMatchObject({ code: "conflict" });
    await expect(pay("shells")).rejects.toMatchObject({ code: "invalid", fields: [{ property: "gateway" }] });
    expect(await typesOf(store)).toEqual([]);
  });

  test("of a part is not told: order.paid waits until nothing is due", async () => {
    const store = await makeSellingStore();
    const order = await makeOrder(store);
    const { storeId } = store;
    const pay = (amountMinor: number) =>
      transaction(undefined, async (tx) => {
        const transactionId = await writeTransaction(tx, {
          ...{ storeId, orderId: order.id, amountMinor, currency: "EUR", gateway: "cash" },
          type: "sale",
          status: "success",
        });
        await recordPaid(tx, { storeId, orderId: order.id, transactionId });
      });
    await pay(4000);
    expect(await seen(store, order)).toMatchObject({ paymentStatus: "partially-paid", dueToPay: 5 });
    expect(await typesOf(store)).toEqual([]);
    await pay(500);
    expect(await typesOf(store)).toEqual(["order.paid"]);
  });

  test("a zero-total order is paid from the start: nothing can be taken, refunded or told of it", async () => {
    const store = await makeSellingStore({ priceMinor: 0 });
    const order = await makeOrder(store);
    expect(order).toMatchObject({ total: 0, paymentStatus: "paid", transactions: [] });
    const { owner } = store;
    const orderId = order.id;
    await expect(markOrderPaid(owner, { orderId, gateway: "cash" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(captureOrder(owner, { orderId })).rejects.toMatchObject({ code: "conflict" });
    await expect(refundOrder(owner, { orderId })).rejects.toMatchObject({ code: "conflict" });
    expect(await typesOf(store)).toEqual([]);
  });
});

test("a voided payment takes nothing and fires nothing; the order is still to be paid", async () => {
  const { store, order } = await makeManual();
  const orderId = order.id;
  await voidOrderPayment(store.owner, { orderId });
  const now = await seen(store, order);
  expect(now).toMatchObject({ paymentStatus: "unpaid", dueToPay: 45, logs: [{ title: "Payment voided" }] });
  expect(now.transactions.map(({ type, status }) => [type, status])).toEqual([
    ["authorization", "success"],
    ["void", "success"],
  ]);
  await expect(captureOrder(store.owner, { orderId })).rejects.toMatchObject({ code: "conflict" });
  await expect(voidOrderPayment(store.owner, { orderId })).rejects.toMatchObject({ code: "conflict" });
  expect(await typesOf(store)).toEqual([]);
  await markOrderPaid(store.owner, { orderId, gateway: "cash" });
  await expect(voidOrderPayment(store.owner, { orderId })).rejects.toMatchObject({ code: "conflict" });
  expect(await typesOf(store)).toEqual(["order.paid"]);
});

test("of a capture and a void at once one happens", async () => {
  const { store, order } = await makeManual();
  const acts = [captureOrder, voidOrderPayment, captureOrder, voidOrderPayment];
  const results = await Promise.allSettled(acts.map((act) => act(store.owner, { orderId: order.id })));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
  const { paidTotal } = await seen(store, order);
  expect(await typesOf(store)).toEqual(paidTotal === 45 ? ["order.paid"] : []);
});

test("money is moved by the store's managers alone, and never another store's", async () => {
  const { store, order } = await makeManual();
  const { ctx: viewer } = await makeMember({ storeId: store.storeId, role: "viewer" });
  const { ctx: stranger } = await makeMember({ storeId: (await makeSellingStore()).storeId });
  const verbs: ((ctx: Ctx, orderId: string) => Promise<unknown>)[] = [
    (ctx, orderId) => captureOrder(ctx, { orderId }),
    (ctx, orderId) => markOrderPaid(ctx, { orderId, gateway: "cash" }),
    (ctx, orderId) => refundOrder(ctx, { orderId }),
    (ctx, orderId) => voidOrderPayment(ctx, { orderId }),
  ];
  for (const verb of verbs) {
    for (const ctx of [viewer, guest(store.storeId), customer(store.storeId, order.customerId)])
      await expect(verb(ctx, order.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(verb(stranger, order.id)).rejects.toMatchObject({ code: "not-found" });
    for (const id of [newId(), "1001"])
      await expect(verb(store.owner, id)).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await typesOf(store)).toEqual([]);
  expect(await actsOf(store)).toEqual([]);
});
