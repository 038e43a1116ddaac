import type { LocationAvailability, LocationDetail } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";
import { toLocation } from "./to-location";
import { toProduct } from "./to-product";
import { toSchedule } from "./to-schedule";
import { toStaffMember } from "./to-staff-member";

const active = { status: "active" };

export const locationRelations = {
  schedule: { include: { hours: { orderBy: [{ day: "asc" }, { fromDate: "asc" }, { fromTime: "asc" }] } } },
  products: { where: { product: active }, orderBy: { productId: "asc" }, include: { product: true } },
  staff: {
    where: { staffMember: active },
    orderBy: { staffMemberId: "asc" },
    include: { staffMember: true },
  },
} satisfies Prisma.LocationInclude;

type Row = Prisma.LocationGetPayload<{ include: typeof locationRelations }>;

export const toLocationDetail = (row: Row, currency: string): LocationDetail => ({
  ...toLocation(row),
  products: row.products.map(({ product }) => toProduct(product, currency)),
  staffMembers: row.staff.map(({ staffMember }) => toStaffMember(staffMember)),
  schedule: row.schedule && toSchedule(row.schedule),
  availabilities: row.schedule?.hours.map((hours) => toAvailability(row.id, hours)) ?? [],
});

const toAvailability = (locationId: string, row: Prisma.ScheduleHoursModel): LocationAvailability => ({
  id: row.id,
  locationId,
  fromDate: dateOf(row.fromDate),
  fromTime: row.fromTime,
  toDate: dateOf(row.toDate),
  toTime: row.toTime,
  day: row.day,
  status: row.status === "unavailable" ? "unavailable" : "available",
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const dateOf = (date: Date | null): string | null => date && date.toISOString().slice(0, 10);
