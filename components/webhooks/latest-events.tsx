import Link from "next/link";
import { statusTones, statusWord } from "@/components/ui/status-badge";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { Cell, HeadCell, Row, rowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { deliveryStatuses, type DeliveryStatus, type OverviewEvent } from "@/lib/webhooks/contract";

/** What one looks at first, of an event's deliveries. */
const worstFirst: DeliveryStatus[] = ["exhausted", "failed", "held", "pending", "canceled", "delivered"];

/** The store's latest facts and how far each came. A row opens the delivery that went worst. */
export function LatestEvents({ events, base }: { events: OverviewEvent[]; base: string }) {
  return (
    <Table>
      <TableHead>
        <HeadCell>Time</HeadCell>
        <HeadCell>Event</HeadCell>
        <HeadCell>About</HeadCell>
        <HeadCell numeric>Deliveries</HeadCell>
      </TableHead>
      <TableBody>
        {events.map(({ id, type, subjectName, createdAt, deliveries }) => {
          const [worst] = deliveries.toSorted(
            (a, b) => worstFirst.indexOf(a.status) - worstFirst.indexOf(b.status),
          );
          return (
            <Row key={id}>
              <Cell at="right" className="text-ink-3">
                <Time iso={createdAt} />
              </Cell>
              <Cell at="left">
                {worst ? (
                  <Link href={`${base}/deliveries/${worst.id}`} className={`${rowLink} ident font-[450]`}>
                    {type}
                    <span className="sr-only">{` of ${subjectName}`}</span>
                  </Link>
                ) : (
                  <span className="ident">{type}</span>
                )}
              </Cell>
              <Cell at="left" className="text-ink-2 tabular-nums">
                {type.startsWith("order.") ? "Order" : "Appointment"} {subjectName}
              </Cell>
              <Cell at="right" numeric>
                <Outcomes deliveries={deliveries} />
              </Cell>
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}

function Outcomes({ deliveries }: Pick<OverviewEvent, "deliveries">) {
  if (deliveries.length === 0) return <span className="text-ink-3">no endpoint wants it</span>;
  const counts = deliveryStatuses.map((status) => ({
    status,
    count: deliveries.filter((delivery) => delivery.status === status).length,
  }));
  return (
    <span className="inline-flex items-center gap-2.5">
      {counts.map(
        ({ status, count }) =>
          count > 0 && (
            <span
              key={status}
              className={`inline-flex items-center gap-[5px] font-medium ${statusTones[status]}`}
            >
              <StatusGlyph glyph={status} />
              {count}
              <span className="sr-only">{` ${statusWord(status).toLowerCase()}`}</span>
            </span>
          ),
      )}
    </span>
  );
}
