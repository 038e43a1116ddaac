import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderTotals, type Ledger } from "./order-totals";

const line = (unitPriceMinor: number, status = "scheduled", quantity = 1) => ({
  unitPriceMinor,
  quantity,
  appointment: { status },
});
const money = (type: string, amountMinor: number, status = "success") => ({ type, status, amountMinor });

test.each<[string, Ledger, Partial<ReturnType<typeof orderTotals>>]>([
  [
    "nothing paid",
    { lines: [line(3000), line(1500, "pending", 2)], transactions: [money("sale", 6000, "pending")] },
    {
      subtotalMinor: 6000,
      totalMinor: 6000,
      dueToPayMinor: 6000,
      paymentStatus: "unpaid",
      refundStatus: "unrefunded",
    },
  ],
  [
    "authorized only",
    { lines: [line(3000)], transactions: [money("authorization", 3000)] },
    { paidMinor: 0, dueToPayMinor: 3000, paymentStatus: "unpaid" },
  ],
  [
    "captured",
    { lines: [line(3000)], transactions: [money("authorization", 3000), money("capture", 3000)] },
    {
      paidMinor: 3000,
      balanceMinor: 3000,
      dueToPayMinor: 0,
      paymentStatus: "paid",
      refundStatus: "unrefunded",
    },
  ],
  [
    "paid in part",
    { lines: [line(3000)], transactions: [money("sale", 1000), money("sale", 2000, "failed")] },
    { dueToPayMinor: 2000, paymentStatus: "partially-paid" },
  ],
  [
    "one of two lines canceled after payment",
    { lines: [line(3000), line(2000, "canceled")], transactions: [money("sale", 5000)] },
    {
      subtotalMinor: 3000,
      totalMinor: 5000,
      dueToRefundMinor: 2000,
      paymentStatus: "paid",
      refundStatus: "refund-owed",
    },
  ],
  [
    "and refunded",
    {
      lines: [line(3000), line(2000, "canceled")],
      transactions: [money("sale", 5000), money("refund", 2000), money("refund", 500, "failed")],
    },
    { refundedMinor: 2000, balanceMinor: 3000, dueToRefundMinor: 0, refundStatus: "partially-refunded" },
  ],
  [
    "all given back",
    { lines: [line(3000, "canceled")], transactions: [money("sale", 3000), money("refund", 3000)] },
    { balanceMinor: 0, dueToPayMinor: 0, paymentStatus: "paid", refundStatus: "fully-refunded" },
  ],
  ["nothing to pay", { lines: [line(0)], transactions: [] }, { dueToPayMinor: 0, paymentStatus: "paid" }],
])("%s", (_what, ledger, totals) => {
  expect(orderTotals(ledger)).toMatchObject(totals);
});

test.each([
  [["scheduled", "pending"], "unfulfilled"],
  [["completed", "scheduled"], "partially-fulfilled"],
  [["completed", "canceled"], "fulfilled"],
  [["canceled"], "unfulfilled"],
])("bookings that are %j make an order %s", (statuses, fulfillmentStatus) => {
  const lines = statuses.map((status) => line(1000, status));
  expect(orderTotals({ lines, transactions: [] })).toMatchObject({ fulfillmentStatus });
});

/** A cash box that is played through move by move: what an order's amounts must agree with. */
describe("whatever is ordered, canceled, paid and refunded", () => {
  const price = fc.integer({ min: 0, max: 50_000 });
  const move = fc.oneof(
    fc.record({ do: fc.constant("order" as const), amount: price, quantity: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ do: fc.constant("cancel" as const), which: fc.nat(9) }),
    fc.record({ do: fc.constant("pay" as const), amount: price, ok: fc.boolean() }),
    fc.record({ do: fc.constant("refund" as const), share: fc.integer({ min: 0, max: 100 }) }),
  );

  type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

  function play(moves: Move[]) {
    const box = { owed: 0, ordered: 0, paid: 0, refunded: 0 };
    const ledger: Ledger = { lines: [], transactions: [] };
    for (const next of moves) {
      if (next.do === "order") {
        ledger.lines.push(line(next.amount, "scheduled", next.quantity));
        box.owed += next.amount * next.quantity;
        box.ordered += next.amount * next.quantity;
      } else if (next.do === "cancel") {
        const canceled = ledger.lines[next.which];
        if (!canceled || canceled.appointment.status === "canceled") continue;
        canceled.appointment.status = "canceled";
        box.owed -= canceled.unitPriceMinor * canceled.quantity;
      } else if (next.do === "pay") {
        ledger.transactions.push(money("capture", next.amount, next.ok ? "success" : "failed"));
        box.paid += next.ok ? next.amount : 0;
      } else {
        const amount = Math.floor(((box.paid - box.refunded) * next.share) / 100);
        ledger.transactions.push(money("refund", amount));
        box.refunded += amount;
      }
    }
    return { box, totals: orderTotals(ledger) };
  }

  test("the amounts agree with the cash box, and never both sides owe", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        const { box, totals } = play(moves);
        expect(totals).toMatchObject({
          subtotalMinor: box.owed,
          totalMinor: box.ordered,
          paidMinor: box.paid,
          refundedMinor: box.refunded,
          balanceMinor: box.paid - box.refunded,
        });
        expect(totals.dueToPayMinor - totals.dueToRefundMinor).toBe(box.owed - totals.balanceMinor);
        expect(Math.min(totals.dueToPayMinor, totals.dueToRefundMinor)).toBe(0);
        expect(totals.paymentStatus === "paid").toBe(totals.dueToPayMinor === 0);
        expect(totals.refundStatus === "fully-refunded").toBe(box.paid > 0 && box.paid === box.refunded);
      }),
    );
  });
});
