import { getStoreSettings, type Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import type { Bookables } from "./shapes";

/** What can be booked at the store, and by whom and where: all that is active, by name. */
export async function listBookables(ctx: Ctx): Promise<Bookables> {
  const { storeId, tx = db() } = ctx;
  const active = { where: { storeId, status: "active" } };
  const products = await tx.product.findMany({
    ...active,
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { staff: true, locations: true },
  });
  const staff = await tx.staffMember.findMany({ ...active, orderBy: [{ firstName: "asc" }, { id: "asc" }] });
  const locations = await tx.location.findMany({
    ...active,
    orderBy: [{ title: "asc" }, { id: "asc" }],
    include: { schedule: true },
  });
  const { currency, timezone } = await getStoreSettings(ctx);
  return {
    currency,
    zone: timezone,
    products: products.map((product) => ({
      id: product.id,
      title: [product.title, product.variantTitle].filter(Boolean).join(", "),
      color: product.color,
      durationSeconds: product.durationSeconds,
      priceMinor: product.priceMinor,
      staffMemberIds: product.staff.map(({ staffMemberId }) => staffMemberId),
      locationIds: product.locations.map(({ locationId }) => locationId),
    })),
    staff: staff.map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}`.trim() })),
    locations: locations.map(({ id, title, schedule }) => ({
      id,
      title,
      zone: schedule?.timezone ?? timezone,
    })),
  };
}
