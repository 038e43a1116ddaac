import Link from "next/link";
import { CopyButton } from "@/components/ui/copy-button";
import { Fact, Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import { formatCount, formatDuration } from "@/lib/platform/format-figure";
import { formatUtc } from "@/lib/platform/format-time";
import type { DeliveryDetail } from "@/lib/webhooks/contract";

export function DeliveryFacts({
  delivery,
  endpointHref,
}: {
  delivery: DeliveryDetail;
  endpointHref: string;
}) {
  const { id, event, endpoint, attemptDetails } = delivery;
  const [first] = attemptDetails;
  return (
    <Facts>
      <Fact name="Endpoint">
        <Link href={endpointHref} className="link">
          {endpoint.name}
        </Link>
      </Fact>
      <Fact name="Booking">
        {event.type.startsWith("order.") ? "Order" : "Appointment"} {event.subjectName}
      </Fact>
      <Fact name="Event">
        <span className="ident">{event.id}</span> <CopyButton text={event.id} what="the event id" />
      </Fact>
      <Fact name="Delivery">
        <span className="ident">{id}</span> <CopyButton text={id} what="the delivery id" />
      </Fact>
      {event.sequence !== null && <Fact name="Sequence">{formatCount(event.sequence)}</Fact>}
      <Fact name="Recorded">
        <Time iso={event.createdAt} as="precise" focusable />
        <span className="text-ink-3 block">{formatUtc(event.createdAt)}</span>
      </Fact>
      {first && (
        <Fact name="First sent">
          {formatDuration(Math.max(0, Date.parse(first.startedAt) - Date.parse(event.createdAt)))} later
        </Fact>
      )}
    </Facts>
  );
}
