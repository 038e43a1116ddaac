import type { ProductCollection } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";
import { toCollection } from "./to-collection";
import { toProduct } from "./to-product";

export const collectionRelations = {
  products: {
    where: { product: { status: "active" } },
    orderBy: [{ position: "asc" }, { productId: "asc" }],
    include: { product: true },
  },
} satisfies Prisma.CollectionInclude;

type Row = Prisma.CollectionGetPayload<{ include: typeof collectionRelations }>;

export const toProductCollection = (row: Row, currency: string): ProductCollection => ({
  ...toCollection(row),
  products: row.products.map(({ product }) => toProduct(product, currency)),
});
