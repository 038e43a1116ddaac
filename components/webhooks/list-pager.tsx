import { ButtonEnd, ButtonLink } from "@/components/ui/button";
import { PanelFoot } from "@/components/ui/panel";

type ListPagerProps = {
  shown: number;
  /** Null: there is none. */
  newerHref: string | null;
  olderHref: string | null;
};

/** Under a list that is read page by page. */
export function ListPager({ shown, newerHref, olderHref }: ListPagerProps) {
  return (
    <PanelFoot>
      <span>Newest first, {shown} shown</span>
      <span className="ml-auto flex gap-2">
        <PagerWay href={newerHref}>Newer</PagerWay>
        <PagerWay href={olderHref}>Older</PagerWay>
      </span>
    </PanelFoot>
  );
}

export function PagerWay({ href, children }: { href: string | null; children: string }) {
  if (!href) return <ButtonEnd size="s">{children}</ButtonEnd>;
  return (
    <ButtonLink size="s" href={href}>
      {children}
    </ButtonLink>
  );
}
