import type { ProductListItem } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db, type Prisma } from "@/lib/platform/db";
import { containing, directionOf, rowsOf, type Page, type PageInput } from "./page";
import { byPosition, toProductVariant, variantRelations } from "./product-variant";
import { storeCurrency } from "./store-currency";
import { wideRead } from "./wide-read";

export type ListProductsInput = PageInput & {
  q?: string;
  locationId?: string;
  /** Active ones when absent. */
  status?: ("active" | "inactive")[];
};

/** A page of product groups in the store's order, each with all its variants of the wanted status. */
export async function listProducts(ctx: Ctx, input: ListProductsInput): Promise<Page<ProductListItem>> {
  const tx = ctx.tx ?? db();
  const { storeId } = ctx;
  const { q, locationId, status = ["active"] } = input;
  const wanted: Prisma.ProductWhereInput = {
    storeId,
    status: { in: status },
    OR: q ? [{ title: containing(q) }, { variantTitle: containing(q) }] : undefined,
    locations: locationId ? { some: { locationId } } : undefined,
  };
  const direction = directionOf(input);
  const groups = await tx.product.groupBy({
    by: ["groupId"],
    where: wanted,
    orderBy: [{ _min: { position: direction } }, { groupId: direction }],
    ...rowsOf(input),
  });
  const groupIds = groups.map((group) => group.groupId);
  const rows = await tx.product.findMany({
    where: { storeId, groupId: { in: groupIds }, status: { in: status } },
    orderBy: byPosition,
    ...wideRead,
    include: variantRelations,
  });
  const currency = await storeCurrency(ctx);
  const items = groupIds.flatMap((groupId) => {
    const variants = rows
      .filter((row) => row.groupId === groupId)
      .map((row) => toProductVariant(row, currency));
    return variants[0] ? [{ ...variants[0], variants }] : [];
  });
  return {
    items,
    itemCount: await tx.productGroup.count({ where: { storeId, products: { some: wanted } } }),
  };
}
