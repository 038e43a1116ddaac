import type { AppointmentDetail } from "@/lib/events/contract";
import { getStoreSettings, type Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { toCustomer } from "../customers/to-customer";
import { orderTree } from "../orders/order-tree";
import { toLineItem } from "../orders/to-line-item";
import { toOrder } from "../orders/to-order";
import { loadBooked } from "./load-booked";
import { seenBookings } from "./seen-bookings";
import { toAppointment } from "./to-appointment";

/** A booking as the actor may see it: as a customer only their own. Throws `not-found` for others, and for a hold. */
export async function getAppointment(ctx: Ctx, input: { appointmentId: string }): Promise<AppointmentDetail> {
  const { storeId, tx = db() } = ctx;
  const row = await tx.appointment.findFirst({
    where: { ...seenBookings(ctx), id: input.appointmentId },
    include: { customer: true, line: true, order: { include: orderTree } },
  });
  if (!row?.customer) throw notFound("The appointment");
  const { currency } = row.order ?? (await getStoreSettings(ctx));
  const siblings = row.order?.lines.map((line) => line.appointment) ?? [];
  const bookedOf = await loadBooked(tx, { storeId, currency }, [row, ...siblings]);
  const order = row.order && toOrder(row.order, bookedOf);
  return {
    ...toAppointment(row, bookedOf(row)),
    internalNote: ctx.actor.kind === "storefront" ? null : row.internalNote,
    addOns: [],
    guests: [],
    customer: toCustomer(row.customer),
    feedbackQuestionAnswers: [],
    checkoutQuestionAnswers: [],
    orderLineItem: row.line && order && { ...toLineItem(row.line, currency), order },
    order,
  };
}
