import { z } from "zod";
import type { AppointmentDetail } from "@/lib/events/contract";
import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { transaction } from "@/lib/platform/transaction";
import { CustomerInput } from "../customers/customer-input";
import { findOrCreateCustomer } from "../customers/find-or-create-customer";
import { introduceCustomer } from "../customers/introduce-customer";
import { SlotInput, slotTimes } from "../holds/hold-slot-input";
import { refuseSlot, requireProduct } from "../holds/refuse-slot";
import { takeSlot } from "../holds/take-slot";
import { mailChange } from "../mail/mail-change";
import { nextName } from "../next-name";
import { getAppointment } from "./get-appointment";
import { recordFacts } from "./record-facts";

export const BookByHandInput = z.object({
  slot: SlotInput.partial({ locationId: true, staffMemberId: true }),
  customer: CustomerInput,
  numberOfAttendees: z.int().min(1).max(10_000).default(1),
  internalNote: z.string().max(5000).nullish(),
  notifyCustomer: z.boolean().default(true),
});
export type BookByHandInput = z.input<typeof BookByHandInput>;

/**
 * A booking that the store makes for a customer, scheduled at once and without an order. Someone new becomes a customer of
 * the store, with the names given; they get a mail unless `notifyCustomer` is false. Throws `forbidden` for a viewer, and
 * as `holdSlot` does.
 */
export async function bookByHand(ctx: Ctx, input: BookByHandInput): Promise<AppointmentDetail> {
  requireManager(ctx);
  const { storeId } = ctx;
  const { customer: given, internalNote, notifyCustomer, ...wanted } = BookByHandInput.parse(input);
  const slot = { ...wanted.slot, ...slotTimes(wanted.slot), seats: wanted.numberOfAttendees };
  const name = await nextName(storeId, "appointment");
  return transaction(ctx.tx, async (tx) => {
    const within = { ...ctx, tx };
    await requireProduct(within, slot);
    const taken = await takeSlot(tx, within, slot);
    if (!taken.ok) throw await refuseSlot(within, slot, taken.reason);
    const customer = await findOrCreateCustomer(within, given, given.customerId);
    await introduceCustomer(within, customer, {
      firstName: given.firstName ?? null,
      lastName: given.lastName ?? null,
      phone: given.phone ?? null,
    });
    const id = newId();
    await tx.appointment.create({
      data: {
        id,
        storeId,
        name,
        productId: slot.productId,
        staffMemberId: taken.staffMemberId,
        locationId: taken.locationId,
        occupancyId: taken.occupancyId,
        customerId: customer.id,
        from: slot.from,
        to: slot.to,
        status: "scheduled",
        createdBy: "merchant",
        numberOfAttendees: wanted.numberOfAttendees,
        internalNote: internalNote ?? null,
        createdAt: await policyNow(tx),
      },
    });
    await recordFacts(tx, { storeId, type: "appointment.created", where: { id } });
    await recordAudit(tx, ctx, { action: "booking.created", targetId: id, detail: { name } });
    if (notifyCustomer) await mailChange(tx, { storeId, appointmentId: id, change: { kind: "booked" } });
    return getAppointment(within, { appointmentId: id });
  });
}
