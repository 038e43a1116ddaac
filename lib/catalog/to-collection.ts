import type { Collection } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";

export function toCollection(row: Prisma.CollectionModel): Collection {
  return {
    id: row.id,
    storeId: row.storeId,
    title: row.title,
    description: row.description,
    slug: row.slug,
    isVisible: row.isVisible,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: "",
  };
}
