import type { AgendaItem } from "../agenda/shapes";
import type { OrderActs } from "./order-acts";
import type { OrderStatuses } from "./order-status";

/** An order as the store's members see it. Amounts are minor units of `currency`, times ISO strings. */
export type StoreOrderListItem = OrderStatuses & {
  id: string;
  name: string;
  createdAt: string;
  customerName: string;
  /** "Gloss", "Gloss and 2 more". */
  what: string;
  currency: string;
  totalMinor: number;
  paidMinor: number;
  refundedMinor: number;
  dueToPayMinor: number;
  dueToRefundMinor: number;
};

export type StoreOrderPage = {
  /** Newest first. */
  items: StoreOrderListItem[];
  /** What `before` the older page has, and `after` the newer one; null: there is none. */
  next: string | null;
  previous: string | null;
};

export type StoreOrderLine = {
  id: string;
  appointment: AgendaItem | null;
  unitPriceMinor: number;
  quantity: number;
  totalMinor: number;
  refundedQuantity: number;
};

export type StoreTransaction = {
  id: string;
  type: "sale" | "authorization" | "capture" | "void" | "refund";
  status: "pending" | "success" | "failed";
  gateway: string;
  amountMinor: number;
  createdAt: string;
};

export type StoreRefund = {
  id: string;
  totalMinor: number;
  reason: string | null;
  createdAt: string;
  what: string;
};

export type StoreOrderDetail = StoreOrderListItem & {
  customer: { email: string | null; phone: string | null };
  subtotalMinor: number;
  balanceMinor: number;
  lines: StoreOrderLine[];
  transactions: StoreTransaction[];
  refunds: StoreRefund[];
  /** What happened to it, the oldest first. */
  history: { id: string; at: string; level: "info" | "error"; title: string; description: string | null }[];
  /** What can be done with its money now; 0: nothing. */
  acts: OrderActs;
};
