import type { ProductCollection } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db, type Prisma } from "@/lib/platform/db";
import { collectionRelations, toProductCollection } from "./collection-relations";
import { containing, directionOf, rowsOf, type Page, type PageInput } from "./page";
import { storeCurrency } from "./store-currency";

export const collectionOrders = ["title", "createdAt", "updatedAt"] as const;

export type ListCollectionsInput = PageInput & {
  q?: string;
  /** Visible ones when absent. */
  isVisible?: boolean;
  orderBy?: (typeof collectionOrders)[number];
};

/** A page of collections with their active products, by title unless another order is asked for. */
export async function listCollections(
  ctx: Ctx,
  input: ListCollectionsInput,
): Promise<Page<ProductCollection>> {
  const tx = ctx.tx ?? db();
  const where: Prisma.CollectionWhereInput = {
    storeId: ctx.storeId,
    isVisible: input.isVisible ?? true,
    title: containing(input.q),
  };
  const direction = directionOf(input);
  const rows = await tx.collection.findMany({
    where,
    orderBy: [{ [input.orderBy ?? "title"]: direction }, { id: direction }],
    include: collectionRelations,
    ...rowsOf(input),
  });
  const currency = await storeCurrency(ctx);
  return {
    items: rows.map((row) => toProductCollection(row, currency)),
    itemCount: await tx.collection.count({ where }),
  };
}
