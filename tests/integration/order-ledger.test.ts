import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cancelAppointment,
  captureOrder,
  completeAppointments,
  getOrder,
  markOrderPaid,
  refundOrder,
  voidOrderPayment,
} from "@/lib/booking";
import { db } from "@/lib/platform/db";
import { letEnd } from "../support/factories/appointment";
import { customer } from "../support/factories/booking";
import { makeOrder, makeSellingStore } from "../support/factories/order";
import { orderFacts } from "../support/facts";

const priceMinor = 1500;
const quantities = [1, 2];

/** A cash box and a list of what was sold: all that an order's money should come to, act by act. */
class Ledger {
  isAuthorized = true;
  paidMinor = 0;
  refundedMinor = 0;
  told: string[] = [];
  lines = quantities.map((quantity) => ({ quantity, left: quantity, isCanceled: false }));

  get inBoxMinor() {
    return this.paidMinor - this.refundedMinor;
  }
  get dueMinor() {
    const live = this.lines.filter((line) => !line.isCanceled);
    return Math.max(0, live.reduce((sum, { quantity }) => sum + quantity * priceMinor, 0) - this.inBoxMinor);
  }
  take(amountMinor: number): boolean {
    if (amountMinor === 0) return false;
    this.paidMinor += amountMinor;
    if (this.dueMinor === 0) this.told.push("order.paid");
    return true;
  }
  give(amountMinor: number): boolean {
    if (amountMinor <= 0 || amountMinor > this.inBoxMinor) return false;
    this.refundedMinor += amountMinor;
    this.told.push("order.refunded");
    return true;
  }
}

type Selling = Awaited<ReturnType<typeof makeSellingStore>> & {
  order: Awaited<ReturnType<typeof makeOrder>>;
};
/** One act: what it does to the ledger (false: it is refused) and by which verb. */
type Act = { expect: (ledger: Ledger) => boolean; run: (selling: Selling) => Promise<unknown> };

const capture: Act = {
  expect: (ledger) => {
    if (!ledger.isAuthorized || !ledger.take(ledger.dueMinor)) return false;
    ledger.isAuthorized = false;
    return true;
  },
  run: ({ owner, order }) => captureOrder(owner, { orderId: order.id }),
};
const markPaid: Act = {
  expect: (ledger) => !ledger.isAuthorized && ledger.take(ledger.dueMinor),
  run: ({ owner, order }) => markOrderPaid(owner, { orderId: order.id, gateway: "cash" }),
};
const release: Act = {
  expect: (ledger) => {
    const was = ledger.isAuthorized;
    ledger.isAuthorized = false;
    return was;
  },
  run: ({ owner, order }) => voidOrderPayment(owner, { orderId: order.id }),
};
const refundAll: Act = {
  expect: (ledger) => {
    const { inBoxMinor, lines } = ledger;
    if (!ledger.give(inBoxMinor)) return false;
    const unrefunded = lines.reduce((sum, { left }) => sum + left * priceMinor, 0);
    if (unrefunded === inBoxMinor) for (const line of lines) line.left = 0;
    return true;
  },
  run: ({ owner, order }) => refundOrder(owner, { orderId: order.id }),
};
const refundAmount = (amountMinor: number): Act => ({
  expect: (ledger) => ledger.give(amountMinor),
  run: ({ owner, order }) => refundOrder(owner, { orderId: order.id, amountMinor }),
});
const refundLine = (index: number, quantity: number): Act => ({
  expect: (ledger) => {
    const line = ledger.lines[index]!;
    if (quantity > line.left || !ledger.give(quantity * priceMinor)) return false;
    line.left -= quantity;
    return true;
  },
  run: ({ owner, order }) =>
    refundOrder(owner, { orderId: order.id, lines: [{ lineId: order.lineItems[index]!.id, quantity }] }),
});
const cancel = (index: number): Act => ({
  expect: (ledger) => {
    const line = ledger.lines[index]!;
    const was = line.isCanceled;
    line.isCanceled = true;
    return !was;
  },
  run: ({ owner, order }) => cancelAppointment(owner, { id: order.lineItems[index]!.appointmentId! }),
});

const which = fc.nat(quantities.length - 1);
const act = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(["capture", capture], ["mark paid", markPaid], ["void", release]) },
  fc.constant(["refund all", refundAll]),
  fc.integer({ min: -1, max: 5000 }).map((amount) => [`refund ${amount}`, refundAmount(amount)]),
  fc
    .tuple(which, fc.integer({ min: 0, max: 3 }))
    .map(([index, quantity]) => [`refund ${quantity} of line ${index}`, refundLine(index, quantity)]),
  which.map((index) => [`cancel line ${index}`, cancel(index)]),
) as fc.Arbitrary<[string, Act]>;

test("no sequence of acts refunds more than was paid: the order, and what lists find it by, agree with its ledger after each", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async (acts) => {
      const store = await makeSellingStore({ priceMinor, captureMethod: "manual" });
      const order = await makeOrder(store, { provider: "stripe", quantities });
      const ledger = new Ledger();
      for (const [name, { expect: expected, run }] of acts) {
        const outcome = await run({ ...store, order }).then(
          () => true,
          (error: { code?: string }) => {
            if (!error.code) throw error;
            return false;
          },
        );
        expect([name, outcome]).toEqual([name, expected(ledger)]);
        await agree(store.storeId, order, ledger);
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

test("of acts on one order at once, lists find it by what the last of them has left", async () => {
  for (let round = 0; round < 3; round++) {
    const store = await makeSellingStore({ priceMinor });
    const { owner, storeId } = store;
    const order = await makeOrder(store, { provider: "stripe", quantities: [1, 1, 1] });
    const [first, second, third] = order.lineItems.map(({ id, appointmentId }) => ({
      id: id!,
      appointmentId: appointmentId!,
    }));
    await letEnd(third!.appointmentId);
    const lines = (id: string) => ({ orderId: order.id, lines: [{ lineId: id, quantity: 1 }] });
    await Promise.all([
      cancelAppointment(owner, { id: first!.appointmentId }),
      refundOrder(owner, lines(first!.id)),
      completeAppointments(),
      cancelAppointment(owner, { id: second!.appointmentId }),
      refundOrder(owner, { orderId: order.id, amountMinor: 1 }),
    ]);
    const statuses = { paymentStatus: "paid", refundStatus: "refund-owed", fulfillmentStatus: "fulfilled" };
    expect(await getOrder(customer(storeId, order.customerId), { orderId: order.id })).toMatchObject(
      statuses,
    );
    expect(await db().order.findUniqueOrThrow({ where: { id: order.id } })).toMatchObject(statuses);
  }
});

async function agree(storeId: string, { id, customerId }: Selling["order"], ledger: Ledger): Promise<void> {
  const now = await getOrder(customer(storeId, customerId), { orderId: id });
  expect(now).toMatchObject({
    paidTotal: ledger.paidMinor / 100,
    refundedTotal: ledger.refundedMinor / 100,
    dueToPay: ledger.dueMinor / 100,
    lineItems: ledger.lines.map(({ left }) => ({ refundableQuantity: left })),
  });
  const { paymentStatus, refundStatus, fulfillmentStatus } = now;
  expect(await db().order.findUniqueOrThrow({ where: { id } })).toMatchObject({
    paymentStatus,
    refundStatus,
    fulfillmentStatus,
  });
  expect(ledger.refundedMinor).toBeLessThanOrEqual(ledger.paidMinor);
  const perCharge = now.transactions.reduce((sum, charge) => sum + charge.refundedAmount * 100, 0);
  expect(Math.round(perCharge)).toBe(ledger.refundedMinor);
  expect((await orderFacts(storeId)).map(({ type }) => type)).toEqual(ledger.told);
}
