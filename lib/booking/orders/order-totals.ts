import { isPaid, isRefunded } from "./transaction-status";

type Line = { unitPriceMinor: number; quantity: number; appointment: { status: string } };
type Movement = { type: string; status: string; amountMinor: number };
/** Everything that an order's amounts and statuses follow from. */
export type Ledger = { lines: Line[]; transactions: Movement[] };

export type OrderTotals = {
  /** Of the lines that are not canceled. */
  subtotalMinor: number;
  /** Of all lines: what was ordered once. */
  totalMinor: number;
  paidMinor: number;
  refundedMinor: number;
  /** What of the customer's money is here. */
  balanceMinor: number;
  dueToPayMinor: number;
  dueToRefundMinor: number;
  paymentStatus: "unpaid" | "partially-paid" | "paid";
  refundStatus: "unrefunded" | "partially-refunded" | "refund-owed" | "fully-refunded";
  fulfillmentStatus: "unfulfilled" | "partially-fulfilled" | "fulfilled";
};

export const lineTotalMinor = (line: { unitPriceMinor: number; quantity: number }): number =>
  line.unitPriceMinor * line.quantity;

/** Nothing of it is stored: canceling a line or moving money changes every amount and status by itself. */
export function orderTotals({ lines, transactions }: Ledger): OrderTotals {
  const live = lines.filter((line) => line.appointment.status !== "canceled");
  const subtotalMinor = sum(live.map(lineTotalMinor));
  const paidMinor = sum(transactions.filter(isPaid).map((t) => t.amountMinor));
  const refundedMinor = sum(transactions.filter(isRefunded).map((t) => t.amountMinor));
  const balanceMinor = paidMinor - refundedMinor;
  const dueToPayMinor = Math.max(0, subtotalMinor - balanceMinor);
  const dueToRefundMinor = Math.max(0, balanceMinor - subtotalMinor);
  return {
    subtotalMinor,
    totalMinor: sum(lines.map(lineTotalMinor)),
    paidMinor,
    refundedMinor,
    balanceMinor,
    dueToPayMinor,
    dueToRefundMinor,
    paymentStatus: dueToPayMinor === 0 ? "paid" : paidMinor > 0 ? "partially-paid" : "unpaid",
    refundStatus: refundStatus(paidMinor, refundedMinor, dueToRefundMinor),
    fulfillmentStatus: fulfillmentStatus(live),
  };
}

function refundStatus(paidMinor: number, refundedMinor: number, dueToRefundMinor: number) {
  if (paidMinor > 0 && paidMinor === refundedMinor) return "fully-refunded";
  if (dueToRefundMinor > 0) return "refund-owed";
  return refundedMinor > 0 ? "partially-refunded" : "unrefunded";
}

function fulfillmentStatus(live: Line[]) {
  const completed = live.filter((line) => line.appointment.status === "completed").length;
  if (completed === 0) return "unfulfilled";
  return completed === live.length ? "fulfilled" : "partially-fulfilled";
}

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
