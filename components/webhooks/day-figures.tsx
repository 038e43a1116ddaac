import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { formatCount, formatDuration, formatShare } from "@/lib/platform/format-figure";
import type { Overview } from "@/lib/webhooks/contract";

/** The day in figures. The rate leaves out what is pending and held. */
export function DayFigures({ overview: { successRate, p95Ms, endpoints } }: { overview: Overview }) {
  const holders = endpoints.filter(({ heldCount }) => heldCount > 0);
  const held = holders.reduce((total, { heldCount }) => total + heldCount, 0);
  return (
    <Panel aria-label="Key figures, the last 24 hours">
      <dl>
        <Figure name="Success rate" note="Of deliveries that were tried">
          {successRate === null ? "–" : formatShare(successRate)}
        </Figure>
        <Figure name="Answer time, p95" note="From our request to your answer">
          {p95Ms === null ? "–" : formatDuration(p95Ms)}
        </Figure>
        <Figure name="Held" note={held === 0 ? "No endpoint is disabled" : `For ${nameAll(holders)}`}>
          {formatCount(held)}
        </Figure>
      </dl>
    </Panel>
  );
}

const nameAll = (endpoints: { name: string }[]) =>
  endpoints.length > 2 ? `${endpoints.length} endpoints` : endpoints.map(({ name }) => name).join(" and ");

const Figure = ({ name, note, children }: { name: string; note: string; children: ReactNode }) => (
  <div className="border-line grid grid-cols-[1fr_auto] items-baseline gap-x-3 gap-y-0.5 border-t px-4.5 py-3.5 first:border-t-0">
    <dt className="text-ink-2">{name}</dt>
    <dd className="font-display text-[24px]/[28px] font-medium tracking-[-0.01em] lining-nums tabular-nums">
      {children}
    </dd>
    <dd className="text-caption text-ink-3 col-span-2">{note}</dd>
  </div>
);
