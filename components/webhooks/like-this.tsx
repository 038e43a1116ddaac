import Link from "next/link";
import { Panel, PanelHead } from "@/components/ui/panel";
import { formatCount } from "@/lib/platform/format-figure";

type LikeThisProps = { /** Others, this one left out. */ alike: number; endpointName: string; href: string };

/** Where a failure is not alone. */
export function LikeThis({ alike, endpointName, href }: LikeThisProps) {
  return (
    <Panel aria-labelledby="alike">
      <PanelHead id="alike" title={`${formatCount(alike)} like this one`} />
      <div className="desk:px-4.5 desk:pb-4.5 grid gap-2 px-3.5 pb-3.5">
        <p className="text-dense text-ink-2">
          {alike === 1 ? "One other delivery" : `${formatCount(alike)} other deliveries`} to {endpointName}{" "}
          got the same answer.
        </p>
        <div>
          <Link href={href} className="link">
            Show them
          </Link>
        </div>
      </div>
    </Panel>
  );
}
