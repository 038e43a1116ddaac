import { fulfillmentStatus, paymentStatus, refundStatus, type OrderStatuses } from "./order-status";
import { isPaid, isRefunded } from "./transaction-status";

type Line = { unitPriceMinor: number; quantity: number; appointment: { status: string } };
type Movement = { type: string; status: string; amountMinor: number };
/** Everything that an order's amounts and statuses follow from. */
export type Ledger = { lines: Line[]; transactions: Movement[] };

export type OrderTotals = OrderStatuses & {
  /** Of the lines that are not canceled. */
  subtotalMinor: number;
  /** Of all lines: what was ordered once. */
  totalMinor: number;
  paidMinor: number;
  refundedMinor: number;
  /** What of the customer's money is here, and so the most that can be refunded. */
  balanceMinor: number;
  dueToPayMinor: number;
  dueToRefundMinor: number;
};

export const lineTotalMinor = (line: { unitPriceMinor: number; quantity: number }): number =>
  line.unitPriceMinor * line.quantity;

/** The one judge of it: canceling a line or moving money changes every amount and status by itself. */
export function orderTotals({ lines, transactions }: Ledger): OrderTotals {
  const live = lines.filter((line) => line.appointment.status !== "canceled");
  const subtotalMinor = sum(live.map(lineTotalMinor));
  const paidMinor = sum(transactions.filter(isPaid).map((t) => t.amountMinor));
  const refundedMinor = sum(transactions.filter(isRefunded).map((t) => t.amountMinor));
  const balanceMinor = paidMinor - refundedMinor;
  const amounts = {
    subtotalMinor,
    totalMinor: sum(lines.map(lineTotalMinor)),
    paidMinor,
    refundedMinor,
    balanceMinor,
    dueToPayMinor: Math.max(0, subtotalMinor - balanceMinor),
    dueToRefundMinor: Math.max(0, balanceMinor - subtotalMinor),
  };
  return {
    ...amounts,
    paymentStatus: paymentStatus(amounts),
    refundStatus: refundStatus(amounts),
    fulfillmentStatus: fulfillmentStatus(live.map((line) => line.appointment.status)),
  };
}

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
