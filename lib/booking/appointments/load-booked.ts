import { toLocation, toProduct, toSchedule, toStaffMember } from "@/lib/catalog";
import type { CartAppointment } from "@/lib/events/contract";
import type { Tx } from "@/lib/platform/db";

type Ids = { productId: string; staffMemberId: string | null; locationId: string | null };
export type Booked = Pick<CartAppointment, "product" | "staffMember" | "location">;
export type BookedOf = (ids: Ids) => Booked;

/** Finds what an appointment books among all that `appointments` do, in one query whatever their number. */
export async function loadBooked(
  tx: Tx,
  { storeId, currency }: { storeId: string; currency: string },
  appointments: Ids[],
): Promise<BookedOf> {
  const { products, staffMembers, locations } =
    appointments.length > 0 ? await load(tx, storeId, appointments) : nothing;
  return ({ productId, staffMemberId, locationId }) => {
    const product = products.find((row) => row.id === productId);
    const staffMember = staffMembers.find((row) => row.id === staffMemberId);
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

const load = (tx: Tx, storeId: string, appointments: Ids[]) => {
  const chosen = (ids: (string | null)[]) => ({
    where: { id: { in: [...new Set(ids)].filter((id) => id !== null) } },
    include: { schedule: true } as const,
  });
  return tx.store.findUniqueOrThrow({
    where: { id: storeId },
    select: {
      products: chosen(appointments.map((a) => a.productId)),
      staffMembers: chosen(appointments.map((a) => a.staffMemberId)),
      locations: chosen(appointments.map((a) => a.locationId)),
    },
  });
};

const nothing: Awaited<ReturnType<typeof load>> = { products: [], staffMembers: [], locations: [] };
