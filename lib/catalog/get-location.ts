import type { LocationDetail } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";
import { locationRelations, toLocationDetail } from "./location-relations";
import { storeCurrency } from "./store-currency";
import { wideRead } from "./wide-read";

/** By id or by slug. Throws not-found for another store's, and for one that is no longer open. */
export async function getLocation(
  ctx: Ctx,
  which: { id: string } | { slug: string },
): Promise<LocationDetail> {
  if ("id" in which && !Uuid.safeParse(which.id).success) throw notFound("The location");
  const row = await (ctx.tx ?? db()).location.findFirst({
    where: { storeId: ctx.storeId, status: "active", ...which },
    ...wideRead,
    include: locationRelations,
  });
  if (!row) throw notFound("The location");
  return toLocationDetail(row, await storeCurrency(ctx));
}
