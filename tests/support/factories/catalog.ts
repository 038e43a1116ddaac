import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { Prisma } from "@/lib/platform/prisma-client/client";

type Fields<T extends { id?: unknown; storeId?: unknown }> = Partial<Omit<T, "id" | "storeId">> & {
  storeId: string;
};

/** Weekly hours of the days named (all seven when not), or of a span of dates. Wall time of the schedule's zone. */
export type Hours = {
  days?: number[];
  fromDate?: string;
  toDate?: string;
  from?: string;
  to?: string;
  status?: "available" | "unavailable";
};

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Open from nine to five on all days unless `hours` says otherwise. */
export async function makeSchedule({
  storeId,
  hours = [{}],
  timezone = "Europe/Brussels",
  ...fields
}: Fields<Prisma.ScheduleUncheckedCreateInput> & { hours?: Hours[] }) {
  const id = newId();
  const rows = hours.flatMap(({ days = everyDay, fromDate, toDate = fromDate, from, to, status }) => {
    const row = { fromTime: from ?? "09:00:00", toTime: to ?? "17:00:00", status };
    const spans = fromDate
      ? [{ fromDate: new Date(fromDate), toDate: new Date(toDate ?? fromDate) }]
      : days.map((day) => ({ day }));
    return spans.map((span) => ({ id: newId(), ...row, ...span }));
  });
  return db().schedule.create({ data: { ...fields, id, storeId, timezone, hours: { create: rows } } });
}

export async function makeLocation({ storeId, ...fields }: Fields<Prisma.LocationUncheckedCreateInput>) {
  const id = newId();
  return db().location.create({
    data: { title: "Main street", slug: `location-${id}`, ...fields, id, storeId },
  });
}

/** Works at the locations named. */
export async function makeStaffMember({
  storeId,
  locationIds = [],
  ...fields
}: Fields<Prisma.StaffMemberUncheckedCreateInput> & { locationIds?: string[] }) {
  const id = newId();
  return db().staffMember.create({
    data: {
      firstName: "Lotte",
      lastName: "Maes",
      slug: `staff-${id}`,
      ...fields,
      id,
      storeId,
      locations: { create: locationIds.map((locationId) => ({ locationId })) },
    },
  });
}

/** One variant, in the group named or in one of its own; given by these staff members, at these locations. */
export async function makeProduct({
  storeId,
  groupId,
  staffMemberIds = [],
  locationIds = [],
  ...fields
}: Fields<Prisma.ProductUncheckedCreateInput> & { staffMemberIds?: string[]; locationIds?: string[] }) {
  const id = newId();
  const { title = "Haircut" } = fields;
  const group = groupId ?? (await db().productGroup.create({ data: { id: newId(), storeId, title } })).id;
  return db().product.create({
    data: {
      slug: `product-${id}`,
      priceMinor: 4500,
      durationSeconds: 3600,
      ...fields,
      title,
      id,
      storeId,
      groupId: group,
      staff: { create: staffMemberIds.map((staffMemberId) => ({ staffMemberId })) },
      locations: { create: locationIds.map((locationId) => ({ locationId })) },
    },
  });
}

export async function makeCollection({
  storeId,
  productIds = [],
  ...fields
}: Fields<Prisma.CollectionUncheckedCreateInput> & { productIds?: string[] }) {
  const id = newId();
  return db().collection.create({
    data: {
      title: "For her",
      slug: `collection-${id}`,
      ...fields,
      id,
      storeId,
      products: { create: productIds.map((productId, position) => ({ productId, position })) },
    },
  });
}
