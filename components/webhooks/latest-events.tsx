import Link from "next/link";
import { Cell, HeadCell, NoValue, Row, rowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { DeliveryStatus, Overview } from "@/lib/webhooks/contract";
import { aboutText } from "./about-text";
import { Outcomes } from "./outcomes";

/** What one looks at first, of an event's deliveries. */
const worstFirst: DeliveryStatus[] = ["exhausted", "failed", "held", "pending", "canceled", "delivered"];

/** The store's latest facts and how far each came. A row opens the delivery that went worst. */
export function LatestEvents({ events, base }: { events: Overview["events"]; base: string }) {
  return (
    <Table>
      <TableHead>
        <HeadCell>Time</HeadCell>
        <HeadCell>Event</HeadCell>
        <HeadCell>About</HeadCell>
        <HeadCell>Reference</HeadCell>
        <HeadCell numeric>Deliveries</HeadCell>
      </TableHead>
      <TableBody>
        {events.map(({ id, type, subjectName, createdAt, about, deliveries }) => {
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
              <Cell at="left" className="text-ink-2 desk:max-w-[30ch] truncate">
                {aboutText(about) ?? <NoValue word="not known" />}
              </Cell>
              <Cell className="text-ink-2 tabular-nums">
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
