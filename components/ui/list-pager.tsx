import { ButtonEnd, ButtonLink } from "./button";
import { PanelFoot } from "./panel";

type ListPagerProps = {
  /** "Newest first": how the list is sorted. */
  sorted: string;
  shown: number;
  /** Null: there is none. */
  ways: Record<string, string | null>;
};

/** Under a list that is read page by page. */
export const ListPager = ({ sorted, shown, ways }: ListPagerProps) => (
  <PanelFoot>
    <span>
      {sorted}, {shown} shown
    </span>
    <span className="ml-auto flex gap-2">
      {Object.entries(ways).map(([word, href]) =>
        href ? (
          <ButtonLink key={word} size="s" href={href}>
            {word}
          </ButtonLink>
        ) : (
          <ButtonEnd key={word} size="s">
            {word}
          </ButtonEnd>
        ),
      )}
    </span>
  </PanelFoot>
);
