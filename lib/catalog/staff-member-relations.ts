import type { StaffMemberListItem } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";
import { toLocation } from "./to-location";
import { toProduct } from "./to-product";
import { toSchedule } from "./to-schedule";
import { toStaffMember } from "./to-staff-member";

const active = { status: "active" };

export const staffMemberRelations = {
  schedule: true,
  products: { where: { product: active }, orderBy: { productId: "asc" }, include: { product: true } },
  locations: { where: { location: active }, orderBy: { locationId: "asc" }, include: { location: true } },
} satisfies Prisma.StaffMemberInclude;

type Row = Prisma.StaffMemberGetPayload<{ include: typeof staffMemberRelations }>;

export const toStaffMemberListItem = (row: Row, currency: string): StaffMemberListItem => ({
  ...toStaffMember(row),
  schedule: row.schedule && toSchedule(row.schedule),
  products: row.products.map(({ product }) => toProduct(product, currency)),
  locations: row.locations.map(({ location }) => toLocation(location)),
});
