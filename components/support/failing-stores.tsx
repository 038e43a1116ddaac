import Link from "next/link";
import { Cell, HeadCell, NoValue, Row, rowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { SlotStrip } from "@/components/webhooks/slot-strip";
import { failureText } from "@/components/webhooks/failure-text";
import { formatCount } from "@/lib/platform/format-figure";
import type { FailingStore } from "@/lib/webhooks/contract";

/** Worst first: how many deliveries do not arrive, and why most of them do not. */
export function FailingStores({ stores }: { stores: FailingStore[] }) {
  return (
    <Table roomy>
      <TableHead>
        <HeadCell>Store</HeadCell>
        <HeadCell numeric>Failing</HeadCell>
        <HeadCell>Endpoints</HeadCell>
        <HeadCell>Last 24 hours</HeadCell>
        <HeadCell>Most common reason</HeadCell>
        <HeadCell spare>Last attempt</HeadCell>
      </TableHead>
      <TableBody>
        {stores.map((store) => (
          <Row key={store.storeId}>
            <Cell at="left">
              <Link
                href={`/support/stores/${store.slug}`}
                className={`${rowLink} text-body block font-semibold`}
              >
                {store.name}
              </Link>
              <span className="text-ink-3 text-caption block">{store.slug}</span>
            </Cell>
            <Cell at="right" numeric className="text-failed font-[550]">
              {formatCount(store.openCount + store.exhaustedCount)}
              <span className="desk:hidden"> failing</span>
              {store.exhaustedCount > 0 && (
                <span className="text-ink-3 text-caption block font-normal">
                  {formatCount(store.exhaustedCount)} exhausted
                </span>
              )}
            </Cell>
            <Cell className="text-ink-2">{endpointsText(store)}</Cell>
            <Cell at="wide">
              <SlotStrip name={store.name} hours={store.hours} />
            </Cell>
            <Cell at="wide">
              {failureText(store.reason.failure, store.reason.statusCode)}
              <span className="text-ink-3 text-caption block">
                {formatCount(store.reason.count)} of {formatCount(store.openCount + store.exhaustedCount)}
              </span>
            </Cell>
            <Cell spare className="text-ink-2">
              {store.lastAttemptAt ? <Time iso={store.lastAttemptAt} /> : <NoValue />}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function endpointsText({ failingEndpoints, disabledEndpoints }: FailingStore): string {
  const parts = [
    failingEndpoints > 0 && `${failingEndpoints} failing`,
    disabledEndpoints > 0 && `${disabledEndpoints} disabled`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "none failing now";
}
