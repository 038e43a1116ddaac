import Link from "next/link";
import { Cell, HeadCell, NoValue, Row, rowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { formatDuration, formatShare } from "@/lib/platform/format-figure";
import type { EndpointListItem } from "@/lib/webhooks/contract";
import { EndpointHealth } from "./endpoint-health";
import { eventTypesText } from "./event-types-text";
import { SlotStrip } from "./slot-strip";

type EndpointTableProps = { endpoints: EndpointListItem[]; base: string; eventTypeCount: number };

/** Health with its reason is the second column, before any number. */
export function EndpointTable({ endpoints, base, eventTypeCount }: EndpointTableProps) {
  return (
    <Table roomy>
      <TableHead>
        <HeadCell>Endpoint</HeadCell>
        <HeadCell>Health</HeadCell>
        <HeadCell>Last 24 hours</HeadCell>
        <HeadCell numeric>Success</HeadCell>
        <HeadCell numeric>p95</HeadCell>
        <HeadCell spare>Last success</HeadCell>
        <HeadCell spare>Event types</HeadCell>
      </TableHead>
      <TableBody>
        {endpoints.map((endpoint) => (
          <Row key={endpoint.id}>
            <Cell at="left">
              <Link href={`${base}/${endpoint.id}`} className={`${rowLink} text-body block font-semibold`}>
                {endpoint.name}
              </Link>
              <span className="text-ink-3 block max-w-[330px] truncate font-mono text-[12px] tracking-[-0.02em]">
                {endpoint.url.replace(/^https:\/\//, "")}
              </span>
            </Cell>
            <Cell at="wide">
              <EndpointHealth endpoint={endpoint} />
            </Cell>
            <Cell at="wide">
              <SlotStrip name={endpoint.name} hours={endpoint.hours} />
            </Cell>
            <Cell numeric>
              {endpoint.successRate === null ? (
                <NoValue word="none yet" />
              ) : (
                formatShare(endpoint.successRate)
              )}
            </Cell>
            <Cell numeric>
              {endpoint.p95Ms === null ? <NoValue word="none yet" /> : formatDuration(endpoint.p95Ms)}
            </Cell>
            <Cell spare className="text-ink-2">
              {endpoint.lastSuccessAt ? <Time iso={endpoint.lastSuccessAt} /> : "never"}
            </Cell>
            <Cell spare className="text-ink-2 ident">
              {eventTypesText(endpoint.eventTypes, eventTypeCount)}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
