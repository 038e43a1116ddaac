import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planRefund } from "./plan-refund";

const charge = (id: string, amountMinor: number, refundedMinor = 0, status = "success") => ({
  ...{ id, amountMinor, refundedMinor, status },
  type: "sale",
  gateway: "cash",
});
const line = (id: string, unitPriceMinor: number, quantity: number, refundedQuantity = 0) => ({
  ...{ id, unitPriceMinor, quantity, refundedQuantity },
});
const order = {
  currency: "EUR",
  lines: [line("cut", 4500, 2), line("gloss", 1999, 3, 1), line("gift", 0, 1)],
  transactions: [charge("first", 9000, 8000), charge("lost", 500, 0, "failed"), charge("second", 5997)],
};

test("the oldest charge with something left goes first, and the next takes the rest", () => {
  expect(planRefund(order, { amountMinor: 1500 })).toEqual({
    totalMinor: 1500,
    lines: [],
    shares: [
      { chargeId: "first", gateway: "cash", amountMinor: 1000 },
      { chargeId: "second", gateway: "cash", amountMinor: 500 },
    ],
  });
});

test("a refund by lines is each line's price times its quantity", () => {
  const lines = [
    { lineId: "gloss", quantity: 2 },
    { lineId: "gift", quantity: 1 },
  ];
  expect(planRefund(order, { lines })).toMatchObject({ totalMinor: 3998, lines });
});

test("all that remains names the lines only where it is their price", () => {
  expect(planRefund(order, {})).toMatchObject({ totalMinor: 6997, lines: [] });
  const untouched = { ...order, lines: [line("cut", 4500, 2)], transactions: [charge("only", 9000)] };
  expect(planRefund(untouched, {}).lines).toEqual([{ lineId: "cut", quantity: 2 }]);
});

describe("is refused by name", () => {
  const cut = { lineId: "cut", quantity: 1 };
  test.each([
    [{ amountMinor: 0 }, "invalid", "amountMinor"],
    [{ amountMinor: -1 }, "invalid", "amountMinor"],
    [{ amountMinor: 0.5 }, "invalid", "amountMinor"],
    [{ amountMinor: NaN }, "invalid", "amountMinor"],
    [{ amountMinor: 6998 }, "invalid", "amountMinor"],
    [{ amountMinor: 100, lines: [cut] }, "invalid", "amountMinor"],
    [{ lines: [] }, "invalid", "lines"],
    [{ lines: [{ lineId: "gift", quantity: 1 }] }, "invalid", "lines"],
    [{ lines: [{ ...cut, quantity: 2 }] }, "invalid", "lines"],
    [{ lines: [cut, { lineId: "other", quantity: 1 }] }, "not-found", "lines.1.lineId"],
    [{ lines: [cut, cut] }, "invalid", "lines.1.lineId"],
    [{ lines: [{ ...cut, quantity: 0 }] }, "invalid", "lines.0.quantity"],
    [{ lines: [{ ...cut, quantity: -1 }] }, "invalid", "lines.0.quantity"],
    [{ lines: [{ ...cut, quantity: 1.5 }] }, "invalid", "lines.0.quantity"],
    [{ lines: [{ lineId: "gloss", quantity: 3 }] }, "invalid", "lines.0.quantity"],
  ])("%j", (wanted, code, property) => {
    expect(refusalOf(() => planRefund(order, wanted))).toMatchObject({ code, fields: [{ property }] });
  });

  test.each([
    [{}, "orderId"],
    [{ amountMinor: 1 }, "amountMinor"],
    [{ lines: [cut] }, "lines"],
  ])("%j of an order with nothing left", (wanted, property) => {
    const over = { ...order, transactions: [charge("first", 9000, 9000)] };
    expect(refusalOf(() => planRefund(over, wanted))).toMatchObject({
      code: "conflict",
      fields: [{ property }],
    });
  });

  function refusalOf(act: () => unknown): unknown {
    try {
      return act();
    } catch (error) {
      return error;
    }
  }
});

test("whatever was charged and refunded, the shares are the total and no charge gives more than it has left", () => {
  const charged = fc
    .tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 100 }))
    .map(([amount, percent]) => charge(String(amount), amount, Math.floor((amount * percent) / 100)));
  fc.assert(
    fc.property(fc.array(charged, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1 }), (given, wish) => {
      const charges = given.map((one, index) => ({ ...one, id: String(index) }));
      const leftMinor = charges.reduce((sum, one) => sum + one.amountMinor - one.refundedMinor, 0);
      fc.pre(leftMinor > 0);
      const amountMinor = (wish % leftMinor) + 1;
      const { shares } = planRefund({ ...order, transactions: charges }, { amountMinor });
      expect(shares.reduce((sum, share) => sum + share.amountMinor, 0)).toBe(amountMinor);
      for (const share of shares) {
        const one = charges.find(({ id }) => id === share.chargeId)!;
        expect(share.amountMinor).toBeLessThanOrEqual(one.amountMinor - one.refundedMinor);
      }
    }),
  );
});
