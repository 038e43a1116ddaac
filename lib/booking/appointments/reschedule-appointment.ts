import type { AppointmentDetail } from "@/lib/events/contract";
import { recordAudit, type Ctx } from "@/lib/identity";
import { invalid } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import type { WantedSlot } from "../availability/resolve-slot";
import { slotTimes } from "../holds/hold-slot-input";
import { findChangeable, type Changeable } from "./find-changeable";
import { getAppointment } from "./get-appointment";
import { mailChange } from "../mail/mail-change";
import { moveBooking } from "./move-booking";
import { recordFacts } from "./record-facts";
import { RescheduleInput } from "./reschedule-input";

/**
 * Moves a booking to another time, staff member or location, by its customer or by the store. Who is not named stays where
 * possible: the location always, the staff member unless only somebody else is free then. A slot that is the booking's own
 * already changes nothing and tells nobody. The customer gets a mail unless `notifyCustomer` is false. Throws as
 * `cancelAppointment` does, `invalid` for another duration, `conflict` when the slot is not available.
 */
export async function rescheduleAppointment(
  ctx: Ctx,
  input: RescheduleInput & { id: string },
): Promise<AppointmentDetail> {
  const { storeId } = ctx;
  const { id } = input;
  const { slot, notifyCustomer } = RescheduleInput.parse(input);
  return transaction(ctx.tx, async (tx) => {
    const within = { ...ctx, tx };
    const changeable = await findChangeable(within, id, "reschedule");
    const { booking } = changeable;
    if (slot.productId && slot.productId !== booking.productId)
      throw invalid("slot.productId", "An appointment keeps its product. Cancel it and book the other one.");
    const wanted = {
      productId: booking.productId,
      ...slotTimes(slot),
      staffMemberId: slot.staffMemberId ?? null,
      locationId: slot.locationId ?? null,
      seats: booking.numberOfAttendees,
    };
    if (isThere(booking, wanted)) return getAppointment(within, { appointmentId: id });
    await moveBooking(within, changeable, wanted);
    const previous = {
      from: booking.from.toISOString(),
      to: booking.to.toISOString(),
      staffMemberId: booking.staffMemberId,
      locationId: booking.locationId,
    };
    await recordFacts(tx, { storeId, type: "appointment.rescheduled", where: { id }, more: { previous } });
    await recordAudit(tx, ctx, {
      action: "booking.rescheduled",
      targetId: id,
      detail: { name: booking.name },
    });
    if (notifyCustomer)
      await mailChange(tx, {
        storeId,
        appointmentId: id,
        change: { kind: "rescheduled", by: changeable.by, previousFrom: booking.from },
      });
    return getAppointment(within, { appointmentId: id });
  });
}

function isThere(booking: Changeable["booking"], wanted: WantedSlot): boolean {
  return (
    booking.from.getTime() === wanted.from.getTime() &&
    booking.to.getTime() === wanted.to.getTime() &&
    (!wanted.staffMemberId || wanted.staffMemberId === booking.staffMemberId) &&
    (!wanted.locationId || wanted.locationId === booking.locationId)
  );
}
