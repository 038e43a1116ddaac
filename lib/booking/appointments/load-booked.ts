import { toLocation, toProduct, toSchedule, toStaffMember } from "@/lib/catalog";
import type { CartAppointment } from "@/lib/events/contract";
import type { Tx } from "@/lib/platform/db";

type Ids = { productId: string; staffMemberId: string | null; locationId: string | null };
export type Booked = Pick<CartAppointment, "product" | "staffMember" | "location">;

/** Finds what an appointment books among all that `appointments` do, in three queries whatever their number. */
export async function loadBooked(
  tx: Tx,
  { storeId, currency }: { storeId: string; currency: string },
  appointments: Ids[],
): Promise<(ids: Ids) => Booked> {
  const where = (ids: (string | null)[]) => ({
    storeId,
    id: { in: [...new Set(ids)].filter((id) => id !== null) },
  });
  const include = { schedule: true } as const;
  const products = await tx.product.findMany({ where: where(appointments.map((a) => a.productId)), include });
  const staff = await tx.staffMember.findMany({
    where: where(appointments.map((a) => a.staffMemberId)),
    include,
  });
  const locations = await tx.location.findMany({
    where: where(appointments.map((a) => a.locationId)),
    include,
  });
  return ({ productId, staffMemberId, locationId }) => {
    const product = products.find((row) => row.id === productId);
    const staffMember = staff.find((row) => row.id === staffMemberId);
    const location = locations.find((row) => row.id === locationId);
    if (!product) throw new Error(`Product ${productId} of an appointment is gone.`);
    return {
      product: {
        ...toProduct(product, currency),
        schedule: product.schedule && toSchedule(product.schedule),
      },
      staffMember: staffMember
        ? {
            ...toStaffMember(staffMember),
            schedule: staffMember.schedule && toSchedule(staffMember.schedule),
          }
        : null,
      location: location
        ? { ...toLocation(location), schedule: location.schedule && toSchedule(location.schedule) }
        : null,
    };
  };
}
