import { expect, test } from "vitest";
import { orderActs } from "./order-acts";

const line = (unitPriceMinor: number, status = "scheduled") => ({
  unitPriceMinor,
  quantity: 1,
  appointment: { status },
});
const money = (type: string, amountMinor: number, status = "success") => ({ type, status, amountMinor });
const card = (amountMinor: number, status: string) => ({ amountMinor, status });
const none = { captureMinor: 0, markPaidMinor: 0, refundMinor: 0, voidMinor: 0 };

test.each([
  ["cash to come", [line(3000)], [money("sale", 3000, "pending")], [], { markPaidMinor: 3000 }],
  [
    "a card that promised it",
    [line(3000)],
    [],
    [card(3000, "authorized")],
    { captureMinor: 3000, voidMinor: 3000 },
  ],
  [
    "of which a line was canceled since",
    [line(3000), line(2000, "canceled")],
    [],
    [card(5000, "authorized")],
    { captureMinor: 3000, voidMinor: 5000 },
  ],
  ["all of it canceled", [line(3000, "canceled")], [], [card(3000, "authorized")], { voidMinor: 3000 }],
  ["a card that was voided", [line(3000)], [], [card(3000, "voided")], { markPaidMinor: 3000 }],
  ["paid", [line(3000)], [money("capture", 3000)], [card(3000, "captured")], { refundMinor: 3000 }],
  [
    "paid, and some of it given back",
    [line(3000)],
    [money("sale", 3000), money("refund", 1000)],
    [],
    { refundMinor: 2000, markPaidMinor: 1000 },
  ],
  ["nothing to pay", [line(0)], [], [card(0, "created")], {}],
])("%s", (_what, lines, transactions, payments, acts) => {
  expect(orderActs({ lines, transactions, payments })).toEqual({ ...none, ...acts });
});
