import type { AppointmentDetail } from "@/lib/events/contract";
import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { conflict } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { findBooking } from "./find-changeable";
import { getAppointment } from "./get-appointment";
import { mailChange } from "../mail/mail-change";
import { appointmentStatusesBefore } from "./status";

type Input = { id: string; notifyCustomer?: boolean | undefined };

/**
 * The store's yes to a booking that waited for it; the customer was promised a word, and gets a mail unless
 * `notifyCustomer` is false. No event tells of it. Throws `conflict` unless it is pending, `forbidden` for a viewer.
 */
export async function confirmAppointment(ctx: Ctx, input: Input): Promise<AppointmentDetail> {
  requireManager(ctx);
  const { storeId } = ctx;
  const { id, notifyCustomer = true } = input;
  return transaction(ctx.tx, async (tx) => {
    const within = { ...ctx, tx };
    const booking = await findBooking(within, id);
    const confirmed = await tx.$executeRaw`
      UPDATE appointment SET status = 'scheduled', updated_at = policy_now()
      WHERE store_id = ${storeId}::uuid AND id = ${id}::uuid AND hold_expires_at IS NULL
        AND status = ANY (${appointmentStatusesBefore("scheduled")})`;
    if (confirmed === 0) throw conflict("Only a pending appointment can be confirmed.");
    await recordAudit(tx, ctx, {
      action: "booking.confirmed",
      targetId: id,
      detail: { name: booking.name },
    });
    if (notifyCustomer) await mailChange(tx, { storeId, appointmentId: id, change: { kind: "booked" } });
    return getAppointment(within, { appointmentId: id });
  });
}
