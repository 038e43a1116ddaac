import { keepStatuses } from "@/lib/booking/orders/keep-statuses";
import { ledgerTree } from "@/lib/booking/orders/order-tree";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { Prisma } from "@/lib/platform/prisma-client/client";
import type { PlannedBooking } from "./plan-bookings";

export type OrderedBooking = PlannedBooking & { id: string; orderId: string };

/** What orders are made of: a line each, what was paid for it, what went back, the history and the statuses that say so. */
export async function writeMoney(storeId: string, bookings: OrderedBooking[]) {
  const rows = bookings.map((booking) => moneyOf(storeId, booking));
  await db().orderLine.createMany({ data: rows.map(({ line }) => line) });
  await db().orderRefund.createMany({ data: rows.flatMap(({ refund }) => refund ?? []) });
  await db().orderRefundLine.createMany({ data: rows.flatMap(({ refundLine }) => refundLine ?? []) });
  await db().orderTransaction.createMany({ data: rows.flatMap(({ transactions }) => transactions) });
  await db().orderLog.createMany({ data: rows.flatMap(({ logs }) => logs) });
  const where = { storeId, id: { in: bookings.map(({ orderId }) => orderId) } };
  await keepStatuses(db(), await db().order.findMany({ where, include: ledgerTree }));
}

function moneyOf(storeId: string, booking: OrderedBooking) {
  const { id, orderId, product, createdAt, paidWith, paidAt, refund: given } = booking;
  const isFull = given?.amountMinor === product.priceMinor;
  const common = { storeId, orderId };
  const lineId = newId();
  const refundId = newId();
  return {
    line: {
      ...common,
      id: lineId,
      appointmentId: id,
      unitPriceMinor: product.priceMinor,
      quantity: 1,
      refundedQuantity: isFull ? 1 : 0,
      createdAt,
    },
    refund: given && {
      ...common,
      id: refundId,
      totalMinor: given.amountMinor,
      reason: given.reason,
      createdAt: given.at,
    },
    refundLine:
      given && isFull
        ? { storeId, id: newId(), refundId, lineId, quantity: 1, createdAt: given.at }
        : undefined,
    transactions: transactionsOf(storeId, booking, refundId),
    logs: [
      ...(paidWith && paidAt
        ? [{ ...common, id: newId(), ...logged("Paid", booking), createdAt: paidAt }]
        : []),
      ...(given
        ? [{ ...common, id: newId(), ...logged("Refunded", booking, given.amountMinor), createdAt: given.at }]
        : []),
    ],
  };
}

const logged = (title: string, { product }: OrderedBooking, minor = product.priceMinor) => ({
  level: "info",
  title,
  description: `€${(minor / 100).toFixed(2)}`,
});

function transactionsOf(
  storeId: string,
  { orderId, product, paidWith, paidAt, createdAt, authorizedUntil, refund }: OrderedBooking,
  refundId: string,
): Prisma.OrderTransactionCreateManyInput[] {
  if (!paidWith) return [];
  const amountMinor = product.priceMinor;
  const shared = { storeId, orderId, gateway: paidWith, amountMinor, currency: "EUR", createdAt };
  const [authorizationId, chargeId] = [newId(), newId()];
  const authorization = { ...shared, id: authorizationId, type: "authorization", status: "success" };
  if (authorizedUntil) return [authorization];
  const charge = { ...shared, id: chargeId, refundedMinor: refund?.amountMinor ?? 0 };
  const charged =
    paidWith === "cash"
      ? [{ ...charge, type: "sale", status: paidAt ? "success" : "pending" }]
      : [authorization, { ...charge, parentId: authorizationId, type: "capture", status: "success" }];
  if (!refund) return charged;
  const back = { ...shared, id: newId(), parentId: chargeId, refundId, type: "refund", status: "success" };
  return [...charged, { ...back, amountMinor: refund.amountMinor, createdAt: refund.at }];
}
