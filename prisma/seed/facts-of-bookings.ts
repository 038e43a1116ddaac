import { loadBooked } from "@/lib/booking/appointments/load-booked";
import { toAppointment } from "@/lib/booking/appointments/to-appointment";
import { toCustomer } from "@/lib/booking/customers/to-customer";
import { orderTree, type OrderTree } from "@/lib/booking/orders/order-tree";
import { toLineItem } from "@/lib/booking/orders/to-line-item";
import { toOrder } from "@/lib/booking/orders/to-order";
import { AppointmentFact } from "@/lib/events/contract";
import { db } from "@/lib/platform/db";
import type { Booking } from "./write-bookings";
import type { Fact } from "./write-events";

type Status = AppointmentFact["status"];

/** What happened to each booking so far, told as its events told it then. */
export async function factsOfBookings(storeId: string, bookings: Booking[], now: Date): Promise<Fact[]> {
  const store = { storeId, currency: "EUR" };
  const rows = await db().appointment.findMany({
    where: { storeId },
    include: { customer: true, line: true, order: { include: orderTree } },
  });
  const bookedOf = await loadBooked(db(), store, rows);
  const rowOf = new Map(rows.map((row) => [row.id, row]));

  return bookings.flatMap((booking) => {
    const row = rowOf.get(booking.id);
    if (!row?.customer) throw new Error("A booking of the seed has no row.");
    const { customer, line, order } = row;
    const tell = (status: Status, at: Date) =>
      AppointmentFact.parse({
        ...toAppointment({ ...row, status, updatedAt: at }, bookedOf(row)),
        addOns: [],
        guests: [],
        customer: toCustomer(customer),
        orderLineItem: line && toLineItem(line, store.currency),
        orderId: order?.id ?? null,
        orderName: order?.name ?? null,
      });
    const common = {
      orderingKey: booking.orderId ?? booking.id,
      booked: { ...booking, productId: row.productId },
    };
    const appointment = { ...common, subject: { id: booking.id, name: booking.name } };
    const { createdAt, canceledAt, isPending, moved, paidAt, refund, to } = booking;
    const planned = isPending ? "pending" : "scheduled";
    const first = { ...tell(planned, createdAt), ...(moved && asIso(moved)) };

    const facts: Fact[] = [
      { ...appointment, type: "appointment.created", at: createdAt, data: { appointment: first } },
    ];
    const subject = order && { id: order.id, name: order.name };
    if (order && subject && paidAt) {
      const paid = toOrder(beforeRefunds(order), bookedOf);
      const transactionId = paid.transactions.at(-1)?.id ?? "";
      facts.push({
        ...common,
        subject,
        type: "order.paid",
        at: paidAt,
        data: { order: paid, transactionId },
      });
    }
    if (moved) {
      const { staffMemberId, locationId } = booking;
      const previous = { ...asIso(moved), staffMemberId, locationId };
      const data = { appointment: tell("scheduled", moved.at), previous };
      facts.push({ ...appointment, type: "appointment.rescheduled", at: moved.at, data });
    }
    if (order && subject && refund) {
      const refunded = toOrder(order, bookedOf);
      const data = { order: refunded, refund: refunded.refunds[0] };
      facts.push({ ...common, subject, type: "order.refunded", at: refund.at, data });
    }
    if (canceledAt) {
      const data = { appointment: tell("canceled", canceledAt), canceledBy: "customer" };
      facts.push({ ...appointment, type: "appointment.canceled", at: canceledAt, data });
    } else if (to < now && !isPending) {
      facts.push({
        ...appointment,
        type: "appointment.completed",
        at: to,
        data: { appointment: tell("completed", to) },
      });
    }
    return facts;
  });
}

const asIso = ({ from, to }: { from: Date; to: Date }) => ({
  from: from.toISOString(),
  to: to.toISOString(),
});

/** The order as it was when it had just been paid. */
const beforeRefunds = (order: OrderTree): OrderTree => ({
  ...order,
  lines: order.lines.map((line) => ({
    ...line,
    refundedQuantity: 0,
    refundLines: [],
    appointment: { ...line.appointment, status: "scheduled" },
  })),
  transactions: order.transactions
    .filter(({ type }) => type !== "refund")
    .map((transaction) => ({ ...transaction, refundedMinor: 0 })),
  refunds: [],
  logs: [],
});
