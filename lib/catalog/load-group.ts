import type { ProductVariant } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { byPosition, toProductVariant, variantRelations } from "./product-variant";
import { storeCurrency } from "./store-currency";
import { wideRead } from "./wide-read";

type Group = { variant: ProductVariant; variants: ProductVariant[] };

/** One variant, whatever its status, and the active ones of its group. Throws not-found for another store's. */
export async function loadGroup(ctx: Ctx, which: { id: string } | { slug: string }): Promise<Group> {
  const tx = ctx.tx ?? db();
  const { storeId } = ctx;
  const row = await tx.product.findFirst({
    where: { storeId, ...which },
    select: { id: true, groupId: true },
  });
  if (!row) throw notFound("The product");
  const rows = await tx.product.findMany({
    where: { storeId, groupId: row.groupId, OR: [{ status: "active" }, { id: row.id }] },
    orderBy: byPosition,
    ...wideRead,
    include: variantRelations,
  });
  const currency = await storeCurrency(ctx);
  const variants = rows.map((sibling) => toProductVariant(sibling, currency));
  const variant = variants.find(({ id }) => id === row.id);
  if (!variant) throw notFound("The product");
  return { variant, variants };
}
