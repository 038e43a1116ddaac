import { noBilling, type OrderDetail } from "@/lib/events/contract";
import { toMajor } from "@/lib/platform/money";
import type { loadBooked } from "../appointments/load-booked";
import { toAppointment } from "../appointments/to-appointment";
import { toCustomer } from "../customers/to-customer";
import { orderTotals } from "./order-totals";
import type { OrderTree } from "./order-tree";
import { toLineItem } from "./to-line-item";
import { toRefund, toRefundLine } from "./to-refund";
import { toTransactions } from "./to-transactions";

/** The one serializer of orders: what a list, a checkout and an event show is part of it. */
export function toOrder(row: OrderTree, bookedOf: Awaited<ReturnType<typeof loadBooked>>): OrderDetail {
  const { currency } = row;
  const totals = orderTotals(row);
  return {
    id: row.id,
    name: row.name,
    storeId: row.storeId,
    customerId: row.customerId,
    cartId: row.cartId,
    externalId: null,
    externalName: null,
    gclid: row.gclid,
    paymentCurrencyCode: currency,
    taxesIncluded: true,
    customerFirstName: row.customerFirstName,
    customerLastName: row.customerLastName,
    customerEmail: row.customerEmail,
    customerPhone: row.customerPhone,
    ...noBilling,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: null,
    subtotal: toMajor(totals.subtotalMinor, currency),
    total: toMajor(totals.totalMinor, currency),
    totalTax: 0,
    dueToPay: toMajor(totals.dueToPayMinor, currency),
    paidTotal: toMajor(totals.paidMinor, currency),
    refundedTotal: toMajor(totals.refundedMinor, currency),
    balance: toMajor(totals.balanceMinor, currency),
    dueToRefund: toMajor(totals.dueToRefundMinor, currency),
    isFullyPaid: totals.paymentStatus === "paid",
    isFullyRefunded: totals.refundStatus === "fully-refunded",
    paymentStatus: totals.paymentStatus,
    refundStatus: totals.refundStatus,
    fulfillmentStatus: totals.fulfillmentStatus,
    customer: toCustomer(row.customer),
    lineItems: row.lines.map((line) => ({
      ...toLineItem(line, currency),
      appointment: toAppointment(line.appointment, bookedOf(line.appointment)),
      addOnLineItems: [],
      refundLineItems: line.refundLines.map(toRefundLine),
    })),
    transactions: toTransactions(row),
    refunds: row.refunds.map((refund) => toRefund(refund, row)),
    logs: row.logs.map((log) => ({
      id: log.id,
      orderId: log.orderId,
      title: log.title,
      description: log.description,
      level: log.level === "error" ? "error" : "info",
      createdAt: log.createdAt.toISOString(),
      updatedAt: null,
    })),
  };
}
