import Link from "next/link";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { formatCount, formatShare } from "@/lib/platform/format-figure";
import type { EndpointListItem } from "@/lib/webhooks/contract";
import { healthLooks } from "./endpoint-health";
import { SlotStrip } from "./slot-strip";

/** Endpoints in a column, worst first: name, day, and the one number that matters. */
export function EndpointSummary({ endpoints, base }: { endpoints: EndpointListItem[]; base: string }) {
  return (
    <ul className="text-dense">
      {endpoints.map((endpoint) => {
        const { glyph, tone, word } = healthLooks[endpoint.health];
        return (
          <li
            key={endpoint.id}
            className="border-line hover:bg-hover desk:px-4.5 relative grid min-h-(--row-dense) grid-cols-[minmax(0,1fr)_84px_minmax(80px,auto)] items-center gap-2.5 border-t px-3.5"
          >
            <Link
              href={`${base}/${endpoint.id}`}
              className="truncate font-[550] after:absolute after:inset-0 hover:underline"
            >
              {endpoint.name}
            </Link>
            <SlotStrip name={endpoint.name} hours={endpoint.hours} size="s" />
            <span
              className={`inline-flex items-center justify-end gap-[7px] font-medium tabular-nums ${tone}`}
            >
              <StatusGlyph glyph={endpoint.health === "disabled" ? "held" : glyph} word={word} />
              {figure(endpoint)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function figure({ health, hours, heldCount, successRate }: EndpointListItem): string {
  if (health === "new") return "New";
  if (health === "disabled") return heldCount > 0 ? `${formatCount(heldCount)} held` : "Disabled";
  if (health === "failing") {
    const failed = hours.reduce((total, hour) => total + hour.failed, 0);
    return failed > 0 ? `${formatCount(failed)} failed` : "Failing";
  }
  return successRate === null ? "Quiet" : formatShare(successRate);
}
