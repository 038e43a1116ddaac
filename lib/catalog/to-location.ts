import type { Location } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";

export function toLocation(row: Prisma.LocationModel): Location {
  const address = oneLine(row);
  return {
    id: row.id,
    storeId: row.storeId,
    scheduleId: row.scheduleId,
    title: row.title,
    description: row.description,
    slug: row.slug,
    type: row.type === "online" || row.type === "delivery" ? row.type : "physical",
    link: row.link,
    addressLine1: row.addressLine1,
    addressLine2: row.addressLine2,
    city: row.city,
    state: row.state,
    postalCode: row.postalCode,
    country: row.country,
    displayAddress: address,
    addressPlaceId: null,
    latitude: row.latitude,
    longitude: row.longitude,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: null,
    address,
  };
}

/** "Dansaertstraat 12, 1000 Brussels, BE"; null where nothing is known. */
function oneLine(row: Prisma.LocationModel): string | null {
  const place = [row.postalCode, row.city].filter(Boolean).join(" ");
  return (
    [row.addressLine1, row.addressLine2, place, row.state, row.country].filter(Boolean).join(", ") || null
  );
}
