import { z } from "zod";
import { PageMeta } from "@/lib/events/contract";

/** A page of a list, as every list of the API answers it. */
export const pageOf = <S extends z.ZodType>(item: S) => z.object({ data: z.array(item), meta: PageMeta });

type Asked = { page: number; take: number };

/** What a listing verb found, with where in the whole list it stands. */
export function toPage<Item>(
  { page, take }: Asked,
  { items, itemCount }: { items: Item[]; itemCount: number },
): { data: Item[]; meta: PageMeta } {
  const pageCount = Math.ceil(itemCount / take);
  return {
    data: items,
    meta: {
      page,
      take,
      itemCount,
      pageCount,
      hasPreviousPage: page > 1 && itemCount > 0,
      hasNextPage: page < pageCount,
    },
  };
}
