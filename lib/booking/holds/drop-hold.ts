import type { Tx } from "@/lib/platform/db";
import { lockResources } from "./lock-resources";
import { release } from "./occupy";

type Where = { storeId: string; appointmentId: string };

/** Makes the slot of a hold free again and forgets the hold, its cart item included. A booking is left alone. */
export async function dropHold(tx: Tx, { storeId, appointmentId }: Where): Promise<void> {
  const where = { storeId, id: appointmentId, holdExpiresAt: { not: null } };
  const occupancy = { select: { resource: true } } as const;
  const hold = await tx.appointment.findFirst({ where, select: { occupancy } });
  if (hold?.occupancy) await lockResources(tx, [hold.occupancy.resource]);
  const [dropped] = await tx.$queryRaw<{ occupancyId: string | null; seats: number }[]>`
    DELETE FROM appointment
    WHERE store_id = ${storeId}::uuid AND id = ${appointmentId}::uuid AND hold_expires_at IS NOT NULL
    RETURNING occupancy_id AS "occupancyId", number_of_attendees AS seats`;
  if (dropped?.occupancyId) await release(tx, dropped.occupancyId, dropped.seats);
}
