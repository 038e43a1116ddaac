import Link from "next/link";
import { Time } from "@/components/ui/time";
import { formatDuration, formatShare } from "@/lib/platform/format-figure";
import type { EndpointListItem } from "@/lib/webhooks/contract";
import { EndpointHealth } from "./endpoint-health";
import { eventTypesText } from "./event-types-text";
import { SlotStrip } from "./slot-strip";

type EndpointTableProps = { endpoints: EndpointListItem[]; base: string; eventTypeCount: number };

export function EndpointTable({ endpoints, base, eventTypeCount }: EndpointTableProps) {
  return (
    <table className="sheet roomy">
      <thead>
        <tr>
          <th scope="col">Endpoint</th>
          <th scope="col">Health</th>
          <th scope="col">Last 24 hours</th>
          <th scope="col" className="num">
            Success
          </th>
          <th scope="col" className="num">
            p95
          </th>
          <th scope="col" className="max-full:hidden">
            Last success
          </th>
          <th scope="col" className="max-full:hidden">
            Event types
          </th>
        </tr>
      </thead>
      <tbody>
        {endpoints.map((endpoint) => (
          <tr key={endpoint.id} className="relative">
            <td data-at="left">
              <Link
                href={`${base}/${endpoint.id}`}
                className="row-link text-body block font-semibold after:absolute after:inset-0"
              >
                {endpoint.name}
              </Link>
              <span className="text-ink-3 block max-w-[330px] truncate font-mono text-[12px] tracking-[-0.02em]">
                {endpoint.url.replace(/^https:\/\//, "")}
              </span>
            </td>
            <td data-at="wide">
              <EndpointHealth endpoint={endpoint} />
            </td>
            <td data-at="wide">
              <SlotStrip name={endpoint.name} hours={endpoint.hours} />
            </td>
            <td data-at="none" className="num">
              {endpoint.successRate === null ? <None /> : formatShare(endpoint.successRate)}
            </td>
            <td data-at="none" className="num">
              {endpoint.p95Ms === null ? <None /> : formatDuration(endpoint.p95Ms)}
            </td>
            <td data-at="none" className="text-ink-2 max-full:hidden">
              {endpoint.lastSuccessAt ? <Time iso={endpoint.lastSuccessAt} /> : "never"}
            </td>
            <td data-at="none" className="text-ink-2 ident max-full:hidden">
              {eventTypesText(endpoint.eventTypes, eventTypeCount)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const None = () => (
  <span className="text-ink-3">
    <span aria-hidden="true">–</span>
    <span className="sr-only">none yet</span>
  </span>
);
