import type { AppointmentDetail } from "@/lib/events/contract";
import { recordAudit, type Ctx } from "@/lib/identity";
import { transaction } from "@/lib/platform/transaction";
import { lockResources } from "../holds/lock-resources";
import { release } from "../holds/occupy";
import { followBookings } from "../orders/follow-bookings";
import { changedMeanwhile, findChangeable } from "./find-changeable";
import { getAppointment } from "./get-appointment";
import { mailChange } from "../mail/mail-change";
import { recordFacts } from "./record-facts";
import { changeableBy } from "./status";

type Input = { id: string; notifyCustomer?: boolean | undefined };

/**
 * Calls a booking off, by its customer or by the store, and frees its time; nothing is refunded by it. The customer gets a
 * mail unless `notifyCustomer` is false. Throws `not-found` for somebody else's, `invalid` for one that is over or that
 * its customer may not cancel any more, `forbidden` for a viewer.
 */
export async function cancelAppointment(ctx: Ctx, input: Input): Promise<AppointmentDetail> {
  const { storeId } = ctx;
  const { id, notifyCustomer = true } = input;
  return transaction(ctx.tx, async (tx) => {
    const within = { ...ctx, tx };
    const { booking, by } = await findChangeable(within, id, "cancel");
    if (booking.occupancy) await lockResources(tx, [booking.occupancy.resource]);
    const canceled = await tx.$executeRaw`
      UPDATE appointment SET status = 'canceled', canceled_by = ${by}, canceled_at = policy_now(),
        updated_at = policy_now(), occupancy_id = NULL
      WHERE store_id = ${storeId}::uuid AND id = ${id}::uuid AND status = ANY (${changeableBy(by)})
        AND occupancy_id IS NOT DISTINCT FROM ${booking.occupancyId}::uuid`;
    if (canceled === 0) {
      await findChangeable(within, id, "cancel");
      throw changedMeanwhile();
    }
    if (booking.occupancyId) await release(tx, booking.occupancyId, booking.numberOfAttendees);
    await recordFacts(tx, {
      storeId,
      type: "appointment.canceled",
      where: { id },
      more: { canceledBy: by },
    });
    await recordAudit(tx, ctx, {
      action: "booking.canceled",
      targetId: id,
      detail: { name: booking.name },
    });
    if (booking.orderId) await followBookings(tx, [{ storeId, orderId: booking.orderId }]);
    if (notifyCustomer)
      await mailChange(tx, { storeId, appointmentId: id, change: { kind: "canceled", by } });
    return getAppointment(within, { appointmentId: id });
  });
}
