import Link from "next/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { RowsByDay } from "@/components/ui/rows-by-day";
import { Cell, HeadCell, NoValue, Row, rowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { formatDuration } from "@/lib/platform/format-figure";
import type { Viewpoint } from "@/lib/platform/format-time";
import type { DeliveryListItem } from "@/lib/webhooks/contract";
import { answerText } from "./answer-text";
import { SelectAllBox, SelectBox } from "./selection";

type DeliveryTableProps = {
  deliveries: DeliveryListItem[];
  /** Where a delivery's page is: `${base}/${id}`. */
  base: string;
  view: Viewpoint;
  /** The endpoint's own list leaves it out. */
  withEndpoint: boolean;
  /** Rows can be ticked; it then stands in a SelectionProvider. */
  selectable?: boolean;
};

export function DeliveryTable({ deliveries, base, view, withEndpoint, selectable }: DeliveryTableProps) {
  const columns = 8 + Number(withEndpoint) + Number(selectable ?? false);
  return (
    <Table ticked={selectable}>
      <TableHead>
        {selectable && (
          <HeadCell>
            <span className="sr-only">Selected</span>
            <SelectAllBox label="Select all that are shown" />
          </HeadCell>
        )}
        <HeadCell>Time</HeadCell>
        <HeadCell>Status</HeadCell>
        <HeadCell>Event type</HeadCell>
        {withEndpoint && <HeadCell>Endpoint</HeadCell>}
        <HeadCell>Booking</HeadCell>
        <HeadCell>Answer</HeadCell>
        <HeadCell>Attempt</HeadCell>
        <HeadCell numeric>Next retry</HeadCell>
        <HeadCell numeric spare>
          Took
        </HeadCell>
      </TableHead>
      <TableBody>
        <RowsByDay
          items={deliveries}
          when={(delivery) => ({ iso: delivery.createdAt, zone: view.zone })}
          now={view.now}
          columns={columns}
          row={(delivery) => (
            <DeliveryRow
              delivery={delivery}
              base={base}
              withEndpoint={withEndpoint}
              selectable={selectable}
            />
          )}
        />
      </TableBody>
    </Table>
  );
}

type DeliveryRowProps = Omit<DeliveryTableProps, "deliveries" | "view"> & { delivery: DeliveryListItem };

function DeliveryRow({ delivery, base, withEndpoint, selectable }: DeliveryRowProps) {
  const { id, status, createdAt, eventType, subjectName, endpointName, dueAt, durationMs } = delivery;
  return (
    <Row>
      {selectable && (
        <Cell at="tick">
          <SelectBox id={id} label={`Select ${eventType} of ${subjectName} to ${endpointName}`} />
        </Cell>
      )}
      <Cell at="right" className="text-ink-3">
        <Time iso={createdAt} as="clock" />
      </Cell>
      <Cell at="left">
        <StatusBadge status={status} />
      </Cell>
      <Cell at="left">
        <Link href={`${base}/${id}`} className={`${rowLink} ident font-[450]`}>
          {eventType}
          <span className="sr-only">{` of ${subjectName} to ${endpointName}`}</span>
        </Link>
      </Cell>
      {withEndpoint && (
        <Cell at="right" className="text-ink-2 max-w-[16ch] truncate">
          {endpointName}
        </Cell>
      )}
      <Cell className="text-ink-2 tabular-nums">{subjectName}</Cell>
      <Cell className="tabular-nums">{answerText(delivery) ?? <NoValue />}</Cell>
      <Cell at={withEndpoint ? "none" : "right"} className="text-ink-2 tabular-nums">
        {attemptText(delivery)}
      </Cell>
      <Cell numeric>{status === "failed" && dueAt ? <Time iso={dueAt} as="planned" /> : <NoValue />}</Cell>
      <Cell numeric spare className="text-ink-2">
        {durationMs === null ? <NoValue /> : formatDuration(durationMs)}
      </Cell>
    </Row>
  );
}

function attemptText({ status, attempts, attemptsMax }: DeliveryListItem): string {
  if (attempts === 0) return status === "pending" ? "first attempt to come" : "none made";
  return status === "delivered" ? String(attempts) : `${attempts} of ${attemptsMax}`;
}
