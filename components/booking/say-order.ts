import type { StoreOrderDetail } from "@/lib/booking/contract";
import { formatMoney } from "@/lib/platform/format-money";

/** Where an order's money is, in a sentence. */
export function sayOrder(order: StoreOrderDetail): string {
  const money = (minor: number) => formatMoney(minor, order.currency);
  const { acts, paidMinor, refundedMinor, dueToPayMinor, dueToRefundMinor } = order;
  const refunded = refundedMinor > 0 ? ` ${money(refundedMinor)} went back.` : "";
  if (dueToRefundMinor > 0)
    return `${money(dueToRefundMinor)} is owed to the customer for what was canceled.${refunded}`;
  if (acts.captureMinor > 0) return `${money(acts.captureMinor)} is authorized and waits to be captured.`;
  if (dueToPayMinor > 0 && refundedMinor > 0)
    return `${money(paidMinor)} was paid and ${money(refundedMinor)} went back, so ${money(dueToPayMinor)} is due again.`;
  if (dueToPayMinor > 0) return `${money(dueToPayMinor)} is still due.`;
  if (paidMinor === 0) return "Nothing is due.";
  return `${money(paidMinor)} was paid.${refunded}`;
}
