import type { ProductCollection } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { collectionRelations, toProductCollection } from "./collection-relations";
import { storeCurrency } from "./store-currency";

/** Whoever knows the slug may see it, visible in lists or not. Throws not-found for another store's. */
export async function getCollectionBySlug(ctx: Ctx, slug: string): Promise<ProductCollection> {
  const row = await (ctx.tx ?? db()).collection.findFirst({
    where: { storeId: ctx.storeId, slug },
    include: collectionRelations,
  });
  if (!row) throw notFound("The collection");
  return toProductCollection(row, await storeCurrency(ctx));
}
