import { ListPager } from "./list-pager";

type NewestFirstPagerProps = {
  shown: number;
  previous: string | null;
  next: string | null;
  hrefOf: (cursor: { after: string } | { before: string }) => string;
};

/** Under a list whose newest rows come first. */
export const NewestFirstPager = ({ shown, previous, next, hrefOf }: NewestFirstPagerProps) => (
  <ListPager
    sorted="Newest first"
    shown={shown}
    ways={{ Newer: previous && hrefOf({ after: previous }), Older: next && hrefOf({ before: next }) }}
  />
);
