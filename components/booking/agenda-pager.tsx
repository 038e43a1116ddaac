import { PagerWay } from "@/components/webhooks/list-pager";
import { PanelFoot } from "@/components/ui/panel";

type AgendaPagerProps = {
  shown: number;
  /** Null: there is none. */
  earlierHref: string | null;
  laterHref: string | null;
};

/** Under appointments in order of time. */
export function AgendaPager({ shown, earlierHref, laterHref }: AgendaPagerProps) {
  return (
    <PanelFoot>
      <span>In order of time, {shown} shown</span>
      <span className="ml-auto flex gap-2">
        <PagerWay href={earlierHref}>Earlier</PagerWay>
        <PagerWay href={laterHref}>Later</PagerWay>
      </span>
    </PanelFoot>
  );
}
