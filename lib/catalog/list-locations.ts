import type { LocationDetail } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db, type Prisma } from "@/lib/platform/db";
import { locationRelations, toLocationDetail } from "./location-relations";
import { containing, directionOf, rowsOf, type Page, type PageInput } from "./page";
import { storeCurrency } from "./store-currency";
import { wideRead } from "./wide-read";

export const locationOrders = ["id", "title", "createdAt", "type"] as const;

export type ListLocationsInput = PageInput & { q?: string; orderBy?: (typeof locationOrders)[number] };

/** A page of the places where one can book. */
export async function listLocations(ctx: Ctx, input: ListLocationsInput): Promise<Page<LocationDetail>> {
  const tx = ctx.tx ?? db();
  const where: Prisma.LocationWhereInput = {
    storeId: ctx.storeId,
    status: "active",
    title: containing(input.q),
  };
  const direction = directionOf(input);
  const rows = await tx.location.findMany({
    where,
    orderBy: [{ [input.orderBy ?? "id"]: direction }, { id: direction }],
    ...wideRead,
    include: locationRelations,
    ...rowsOf(input),
  });
  const currency = await storeCurrency(ctx);
  return {
    items: rows.map((row) => toLocationDetail(row, currency)),
    itemCount: await tx.location.count({ where }),
  };
}
