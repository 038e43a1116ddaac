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

/** What a refund leaves behind: what goes back for a booking that stands is to be paid again. */
export function sayRefund(order: StoreOrderDetail): string {
  const { acts, dueToRefundMinor, currency, customerName } = order;
  const remains = `${formatMoney(acts.refundMinor, currency)} of what ${customerName} paid remains.`;
  if (dueToRefundMinor === 0)
    return `${remains} The booking stays as it is, so that what goes back is due again; cancel it first if it is called off.`;
  if (dueToRefundMinor === acts.refundMinor) return `${remains} All of it is owed for what was canceled.`;
  const owed = formatMoney(dueToRefundMinor, currency);
  return `${remains} ${owed} of it is owed for what was canceled; what goes back beyond it is due again.`;
}
