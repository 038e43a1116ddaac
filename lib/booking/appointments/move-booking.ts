import type { Ctx } from "@/lib/identity";
import type { Tx } from "@/lib/platform/db";
import type { WantedSlot } from "../availability/resolve-slot";
import { release } from "../holds/occupy";
import { refuseSlot, requireFittingTime } from "../holds/refuse-slot";
import { takeSlot } from "../holds/take-slot";
import { changedMeanwhile, type Changeable } from "./find-changeable";
import { changeableBy } from "./status";

type Within = Ctx & { tx: Tx };

/**
 * Swaps the time that a booking takes, old for new, while both resources are locked. Throws `conflict` when the slot cannot
 * be had, or when the booking is not any more as it was read.
 */
export async function moveBooking(ctx: Within, changeable: Changeable, wanted: WantedSlot): Promise<void> {
  const { storeId, tx } = ctx;
  const { booking, product, by } = changeable;
  const bookedSeconds = (booking.to.getTime() - booking.from.getTime()) / 1000;
  const leaving = {
    resources: booking.occupancy ? [booking.occupancy.resource] : [],
    leave: once(() => leave(tx, changeable)),
  };
  const within = { ...wanted, bookedSeconds, excludeAppointmentId: booking.id };
  requireFittingTime(product, within);
  const { staffMemberId } = booking;
  const here = { ...within, locationId: wanted.locationId ?? booking.locationId };
  let taken = await takeSlot(
    tx,
    ctx,
    { ...here, staffMemberId: wanted.staffMemberId ?? staffMemberId },
    leaving,
  );
  if (!taken.ok && !wanted.staffMemberId && staffMemberId) taken = await takeSlot(tx, ctx, here, leaving);
  if (!taken.ok) throw await refuseSlot(ctx, wanted, taken.reason);
  await tx.$executeRaw`
    UPDATE appointment SET occupancy_id = ${taken.occupancyId}::uuid, staff_member_id = ${taken.staffMemberId}::uuid,
      location_id = ${taken.locationId}::uuid, "from" = ${wanted.from}::timestamptz, "to" = ${wanted.to}::timestamptz,
      updated_at = policy_now()
    WHERE store_id = ${storeId}::uuid AND id = ${booking.id}::uuid AND status = ANY (${changeableBy(by)})`;
}

/** Of two changes at once one finds the booking as it was read; from here on the row is this transaction's. */
async function leave(tx: Tx, { booking, by }: Changeable): Promise<void> {
  const left = await tx.$executeRaw`
    UPDATE appointment SET occupancy_id = NULL
    WHERE store_id = ${booking.storeId}::uuid AND id = ${booking.id}::uuid AND status = ANY (${changeableBy(by)})
      AND occupancy_id IS NOT DISTINCT FROM ${booking.occupancyId}::uuid`;
  if (left === 0) throw changedMeanwhile();
  if (booking.occupancyId) await release(tx, booking.occupancyId, booking.numberOfAttendees);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
