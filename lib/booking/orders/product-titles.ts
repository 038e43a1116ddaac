import type { Tx } from "@/lib/platform/db";

/** "Balayage, Chin length", by the product's id. */
export async function productTitles(
  tx: Tx,
  storeId: string,
  productIds: string[],
): Promise<Map<string, string>> {
  const products = await tx.product.findMany({ where: { storeId, id: { in: [...new Set(productIds)] } } });
  return new Map(
    products.map(({ id, title, variantTitle }) => [id, [title, variantTitle].filter(Boolean).join(", ")]),
  );
}
