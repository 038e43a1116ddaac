/** An order has no status of its own: all three are what its lines and its money say. Its row notes them for lists. */
export type OrderStatuses = {
  paymentStatus: "unpaid" | "partially-paid" | "paid";
  refundStatus: "unrefunded" | "partially-refunded" | "refund-owed" | "fully-refunded";
  fulfillmentStatus: "unfulfilled" | "partially-fulfilled" | "fulfilled";
};

type Money = { paidMinor: number; refundedMinor: number; dueToPayMinor: number; dueToRefundMinor: number };

export function paymentStatus({
  dueToPayMinor,
  paidMinor,
}: Pick<Money, "dueToPayMinor" | "paidMinor">): OrderStatuses["paymentStatus"] {
  if (dueToPayMinor === 0) return "paid";
  return paidMinor > 0 ? "partially-paid" : "unpaid";
}

export function refundStatus(money: Money): OrderStatuses["refundStatus"] {
  const { paidMinor, refundedMinor, dueToRefundMinor } = money;
  if (paidMinor > 0 && paidMinor === refundedMinor) return "fully-refunded";
  if (dueToRefundMinor > 0) return "refund-owed";
  return refundedMinor > 0 ? "partially-refunded" : "unrefunded";
}

/** `live` are the statuses of the appointments that are not canceled. */
export function fulfillmentStatus(live: string[]): OrderStatuses["fulfillmentStatus"] {
  const completed = live.filter((status) => status === "completed").length;
  if (completed === 0) return "unfulfilled";
  return completed === live.length ? "fulfilled" : "partially-fulfilled";
}
