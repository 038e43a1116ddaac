import type { Prisma } from "@/lib/platform/db";
import { orderTotals } from "./order-totals";
import type { StoreOrderListItem } from "./store-order";

/** What a line of the list needs of an order. */
export const storeOrderTree = {
  customer: true,
  lines: { include: { appointment: true }, orderBy: { id: "asc" } },
  transactions: true,
} as const satisfies Prisma.OrderInclude;
export type StoreOrderTree = Prisma.OrderGetPayload<{ include: typeof storeOrderTree }>;

export function toStoreOrder(row: StoreOrderTree, titles: Map<string, string>): StoreOrderListItem {
  const totals = orderTotals(row);
  const [first, ...others] = row.lines.map((line) => titles.get(line.appointment.productId) ?? "");
  const name = [row.customerFirstName, row.customerLastName].filter(Boolean).join(" ");
  return {
    id: row.id,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    customerName: name || (row.customerEmail ?? row.customer.email),
    what: others.length > 0 ? `${first} and ${others.length} more` : (first ?? ""),
    currency: row.currency,
    totalMinor: totals.totalMinor,
    paidMinor: totals.paidMinor,
    refundedMinor: totals.refundedMinor,
    dueToPayMinor: totals.dueToPayMinor,
    dueToRefundMinor: totals.dueToRefundMinor,
    paymentStatus: totals.paymentStatus,
    refundStatus: totals.refundStatus,
    fulfillmentStatus: totals.fulfillmentStatus,
  };
}
