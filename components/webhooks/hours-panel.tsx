"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel, PanelHead } from "@/components/ui/panel";
import { formatCount } from "@/lib/platform/format-figure";
import type { Viewpoint } from "@/lib/platform/format-time";
import type { Overview } from "@/lib/webhooks/contract";
import { HourChart } from "./hour-chart";
import { HourTable } from "./hour-table";

/** Deliveries per hour, as a chart or as a table, with the numbers that matter printed. */
export function HoursPanel({ overview: { hours, counts }, view }: { overview: Overview; view: Viewpoint }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel aria-labelledby="hours">
      <PanelHead id="hours" title="Deliveries per hour">
        <ul className="text-dense text-ink-2 ml-auto flex flex-wrap items-center gap-x-4 gap-y-1.5">
          <Entry kind="delivered" word="Delivered" count={counts.delivered} />
          <Entry kind="failed" word="Failed" count={counts.failed + counts.exhausted} />
          {counts.held > 0 && <Entry kind="held" word="Held" count={counts.held} />}
          <Entry kind="pending" word="Pending" count={counts.pending} />
        </ul>
      </PanelHead>
      <div className="desk:px-4.5 desk:pb-3 px-3.5 pb-3">
        {asTable ? <HourTable hours={hours} view={view} /> : <HourChart hours={hours} view={view} />}
        <div className="mt-1.5 flex justify-end">
          <Button variant="quiet" size="s" onClick={() => setAsTable(!asTable)}>
            {asTable ? "Show as chart" : "Show as table"}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

type EntryProps = { kind: "delivered" | "failed" | "held" | "pending"; word: string; count: number };

function Entry({ kind, word, count }: EntryProps) {
  const hangs = kind === "failed" || kind === "held";
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg width="12" height="12" aria-hidden="true">
        {kind === "pending" ? (
          <rect className="strip-pending" x=".7" y=".7" width="10.6" height="10.6" />
        ) : (
          <rect className={`strip-${kind}`} y={hangs ? 3 : 0} width="11" height={hangs ? 8 : 11} />
        )}
        {hangs && <rect className="strip-silent" width="11" height="1.5" />}
      </svg>
      {word} <b className="text-ink font-semibold tabular-nums">{formatCount(count)}</b>
    </li>
  );
}
