import Link from "next/link";
import { RowsByDay } from "@/components/ui/rows-by-day";
import { Cell, HeadCell, NoValue, Row, rowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/platform/format-figure";
import type { Viewpoint } from "@/lib/platform/format-time";
import type { EventListItem } from "@/lib/webhooks/contract";
import { Outcomes } from "./outcomes";

/** Where an event's page is: `${base}/${id}`. */
type EventTableProps = { events: EventListItem[]; base: string; view: Viewpoint };

/** A store's facts, and how far each came. */
export function EventTable({ events, base, view }: EventTableProps) {
  return (
    <Table>
      <TableHead>
        <HeadCell>Time</HeadCell>
        <HeadCell>Event type</HeadCell>
        <HeadCell>Booking</HeadCell>
        <HeadCell numeric>Sequence</HeadCell>
        <HeadCell numeric>Deliveries</HeadCell>
      </TableHead>
      <TableBody>
        <RowsByDay
          items={events}
          when={(event) => ({ iso: event.createdAt, zone: view.zone })}
          now={view.now}
          columns={5}
          row={(event) => <EventRow event={event} base={base} />}
        />
      </TableBody>
    </Table>
  );
}

function EventRow({ event, base }: { event: EventListItem; base: string }) {
  const { id, type, subjectName, sequence, createdAt, deliveries } = event;
  return (
    <Row>
      <Cell at="right" className="text-ink-3">
        <Time iso={createdAt} as="clock" />
      </Cell>
      <Cell at="left">
        <Link href={`${base}/${id}`} className={`${rowLink} ident font-[450]`}>
          {type}
          <span className="sr-only">{` of ${subjectName}`}</span>
        </Link>
      </Cell>
      <Cell at="left" className="text-ink-2 tabular-nums">
        {type.startsWith("order.") ? "Order" : "Appointment"} {subjectName}
      </Cell>
      <Cell numeric className="text-ink-2">
        {sequence === null ? <NoValue word="not given yet" /> : formatCount(sequence)}
      </Cell>
      <Cell at="right" numeric>
        <Outcomes deliveries={deliveries} />
      </Cell>
    </Row>
  );
}
