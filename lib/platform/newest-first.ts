/** Where a page of what is listed newest first begins: after what is `before`, or, read upward, with what comes `after`. */
export type Edge = { before?: string | undefined; after?: string | undefined };

/** Towards what is newer, and so oldest first: only where no older edge is given. */
export const isUpward = ({ before, after }: Edge): boolean => after !== undefined && before === undefined;

type Read = {
  isUpward: boolean;
  /** Nothing newer was asked to be left out. */
  isFirst: boolean;
  take: number;
};

/**
 * One page of rows that were read from its edge on, one more than it shows. `rows` are newest first; `next` is what the older
 * page is `before`, `previous` what the newer one is `after`; null: there is none.
 */
export function newestFirst<Row extends { id: string }>(found: Row[], { isUpward, isFirst, take }: Read) {
  const hasMore = found.length > take;
  const rows = found.slice(0, take);
  if (isUpward) rows.reverse();
  const [hasNewer, hasOlder] = isUpward ? [hasMore, true] : [!isFirst, hasMore];
  return {
    rows,
    next: (hasOlder && rows.at(-1)?.id) || null,
    previous: (hasNewer && rows[0]?.id) || null,
  };
}
