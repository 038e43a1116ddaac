import { conflict, DomainError, invalid } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/format-money";
import { lineTotalMinor } from "./order-totals";
import type { RefundOrderInput } from "./refund-input";
import { refundableMinor } from "./transaction-status";

type Line = { id: string; unitPriceMinor: number; quantity: number; refundedQuantity: number };
type Charge = {
  id: string;
  type: string;
  status: string;
  gateway: string;
  amountMinor: number;
  refundedMinor: number;
};
type Refundable = { currency: string; lines: Line[]; transactions: Charge[] };
type Wanted = Omit<RefundOrderInput, "orderId" | "reason">;

export type RefundPlan = {
  totalMinor: number;
  lines: { lineId: string; quantity: number }[];
  /** What goes back over which charge. */
  shares: { chargeId: string; gateway: string; amountMinor: number }[];
};

/**
 * What a refund comes to: its amount, the lines that it is for, and the charges it goes back over, the oldest first. Each
 * line's amount is whole minor units, so that nothing is rounded over lines. Throws `conflict` when nothing is left to
 * refund, `invalid` or `not-found` naming what is wrong.
 */
export function planRefund(order: Refundable, wanted: Wanted): RefundPlan {
  const leftMinor = order.transactions.reduce((sum, charge) => sum + refundableMinor(charge), 0);
  if (wanted.lines && wanted.amountMinor !== undefined)
    throw invalid("amountMinor", "Refund by lines or by an amount, not by both.");
  const { totalMinor, lines, property } = wanted.lines
    ? byLines(order, wanted.lines)
    : wanted.amountMinor !== undefined
      ? byAmount(wanted.amountMinor)
      : inFull(order, leftMinor);
  if (leftMinor === 0) throw nothingLeft(property);
  if (totalMinor > leftMinor)
    throw invalid(property, `At most ${formatMoney(leftMinor, order.currency)} is left to refund.`);
  return { totalMinor, lines, shares: share(order.transactions, totalMinor) };
}

type Asked = Omit<RefundPlan, "shares"> & { property: string };

function byAmount(amountMinor: number): Asked {
  if (!Number.isInteger(amountMinor)) throw invalid("amountMinor", "Write whole minor units.");
  if (amountMinor <= 0) throw invalid("amountMinor", "A refund is more than nothing.");
  return { totalMinor: amountMinor, lines: [], property: "amountMinor" };
}

function byLines(order: Refundable, asked: RefundPlan["lines"]): Asked {
  if (asked.length === 0) throw invalid("lines", "Name the lines to refund.");
  let totalMinor = 0;
  for (const [index, { lineId, quantity }] of asked.entries()) {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) throw noSuchLine(`lines.${index}.lineId`);
    if (asked.findIndex((other) => other.lineId === lineId) < index)
      throw invalid(`lines.${index}.lineId`, "This line is named twice.");
    requireQuantity(line, quantity, `lines.${index}.quantity`);
    totalMinor += lineTotalMinor({ ...line, quantity });
  }
  if (totalMinor === 0) throw invalid("lines", "These lines cost nothing, so there is nothing to refund.");
  return { totalMinor, lines: asked, property: "lines" };
}

function requireQuantity(line: Line, quantity: number, property: string): void {
  if (!Number.isInteger(quantity) || quantity <= 0) throw invalid(property, "Write a whole number from 1.");
  const left = line.quantity - line.refundedQuantity;
  if (quantity > left) throw invalid(property, `At most ${left} of this line can be refunded.`);
}

/** All that remains is for the lines that remain where it is exactly their price; else it is for none in particular. */
function inFull({ lines }: Refundable, leftMinor: number): Asked {
  const remaining = lines
    .map(({ id, unitPriceMinor, quantity, refundedQuantity }) => ({
      ...{ lineId: id, unitPriceMinor },
      quantity: quantity - refundedQuantity,
    }))
    .filter(({ quantity }) => quantity > 0);
  const priceMinor = remaining.reduce((sum, line) => sum + lineTotalMinor(line), 0);
  const named = priceMinor === leftMinor ? remaining : [];
  return {
    totalMinor: leftMinor,
    lines: named.map(({ lineId, quantity }) => ({ lineId, quantity })),
    property: "orderId",
  };
}

function share(charges: Charge[], totalMinor: number): RefundPlan["shares"] {
  let leftMinor = totalMinor;
  const shares: RefundPlan["shares"] = [];
  for (const charge of charges) {
    const amountMinor = Math.min(refundableMinor(charge), leftMinor);
    if (amountMinor > 0) shares.push({ chargeId: charge.id, gateway: charge.gateway, amountMinor });
    leftMinor -= amountMinor;
  }
  return shares;
}

function nothingLeft(property: string): DomainError {
  const message = "Nothing is left to refund on this order.";
  return conflict(message, { fields: [{ property, messages: [message] }] });
}

function noSuchLine(property: string): DomainError {
  const message = "The order has no such line.";
  return new DomainError("not-found", message, { fields: [{ property, messages: [message] }] });
}
