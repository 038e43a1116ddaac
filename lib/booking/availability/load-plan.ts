import type { Ctx } from "@/lib/identity";
import { db, type Prisma } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";
import { policyNow } from "@/lib/platform/clock";
import { readSchedule, type Bounds } from "./read-schedule";

const bookable = {
  group: { select: { store: true } },
  staff: { include: { staffMember: { include: { locations: { select: { locationId: true } } } } } },
  locations: { include: { location: true } },
} satisfies Prisma.ProductInclude;

type ProductRow = Prisma.ProductGetPayload<{ include: typeof bookable }>;
export type StaffMemberRow = ProductRow["staff"][number]["staffMember"];
export type LocationRow = ProductRow["locations"][number]["location"];

/** A product, who may give it where, and by which hours. */
export type Plan = {
  now: number;
  store: Prisma.StoreModel;
  product: ProductRow;
  staff: StaffMemberRow[];
  locations: LocationRow[];
  boundsOf: (scheduleId: string | null) => Bounds | undefined;
};

/** Throws not-found for another store's product. */
export async function loadPlan(ctx: Ctx, productId: string): Promise<Plan> {
  const tx = ctx.tx ?? db();
  const { storeId } = ctx;
  const product = Uuid.safeParse(productId).success
    ? await tx.product.findFirst({ where: { storeId, id: productId }, include: bookable })
    : null;
  if (!product) throw notFound("The product");
  const staff = product.staff.map((row) => row.staffMember).sort(byId);
  const locations = product.locations.map((row) => row.location).sort(byId);
  const scheduleIds = [product, ...staff, ...locations].flatMap((row) => row.scheduleId ?? []);
  const schedules = await tx.schedule.findMany({
    where: { storeId, id: { in: [...new Set(scheduleIds)] } },
    include: { hours: true },
  });
  const bounds = new Map(schedules.map((row) => [row.id, readSchedule(row)]));
  return {
    now: (await policyNow(tx)).getTime(),
    store: product.group.store,
    product,
    staff,
    locations,
    boundsOf: (scheduleId) => (scheduleId ? bounds.get(scheduleId) : undefined),
  };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
