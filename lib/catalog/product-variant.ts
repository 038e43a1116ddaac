import type { ProductVariant } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";
import { toCollection } from "./to-collection";
import { toLocation } from "./to-location";
import { toProduct } from "./to-product";
import { toSchedule } from "./to-schedule";
import { toStaffMember } from "./to-staff-member";

const active = { status: "active" };

/** All that a variant shows; inactive people and places are left out. */
export const variantRelations = {
  schedule: true,
  staff: {
    where: { staffMember: active },
    orderBy: { staffMemberId: "asc" },
    include: {
      staffMember: {
        include: { locations: { where: { location: active }, include: { location: true } } },
      },
    },
  },
  locations: {
    where: { location: active },
    orderBy: { locationId: "asc" },
    include: {
      location: {
        include: { staff: { where: { staffMember: active }, include: { staffMember: true } } },
      },
    },
  },
  collections: { where: { collection: { isVisible: true } }, include: { collection: true } },
} satisfies Prisma.ProductInclude;

export const byPosition = [
  { position: "asc" },
  { id: "asc" },
] satisfies Prisma.ProductOrderByWithRelationInput[];

export type VariantRow = Prisma.ProductGetPayload<{ include: typeof variantRelations }>;

export function toProductVariant(row: VariantRow, currency: string): ProductVariant {
  return {
    ...toProduct(row, currency),
    staffMembers: row.staff.map(({ staffMember }) => ({
      ...toStaffMember(staffMember),
      locations: staffMember.locations.map(({ location }) => toLocation(location)),
    })),
    locations: row.locations.map(({ location }) => ({
      ...toLocation(location),
      staffMembers: location.staff.map(({ staffMember }) => toStaffMember(staffMember)),
    })),
    images: [],
    schedule: row.schedule && toSchedule(row.schedule),
    collections: row.collections.map(({ collection }) => toCollection(collection)),
    productPool: null,
  };
}
