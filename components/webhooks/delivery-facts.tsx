import Link from "next/link";
import { CopyButton } from "@/components/ui/copy-button";
import { Fact, Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import { formatCount, formatDuration } from "@/lib/platform/format-figure";
import { formatUtc } from "@/lib/platform/format-time";
import type { DeliveryDetail } from "@/lib/webhooks/contract";
import { aboutText } from "./about-text";
import { SubjectLink } from "./subject-link";

export function DeliveryFacts({
  delivery,
  endpointHref,
  storeBase,
}: {
  delivery: DeliveryDetail;
  endpointHref: string;
  /** The store's pages, for who may see its bookings. */
  storeBase?: string;
}) {
  const { id, event, endpoint, attemptDetails, isTest } = delivery;
  const isLinked = storeBase !== undefined && !isTest;
  const isOperational = event.type.startsWith("endpoint.");
  const about = aboutText(event.about);
  const [first] = attemptDetails;
  return (
    <Facts>
      <Fact name="Endpoint">
        <Link href={endpointHref} className="link">
          {endpoint.name}
        </Link>
      </Fact>
      <Fact name={isOperational ? "About" : "Booking"}>
        {isOperational ? (
          `Endpoint ${event.subjectName}`
        ) : isLinked ? (
          <SubjectLink event={event} base={storeBase} />
        ) : (
          `${event.type.startsWith("order.") ? "Order" : "Appointment"} ${event.subjectName}`
        )}
        {about && <span className="text-ink-2 block">{about}</span>}
      </Fact>
      <Fact name="Event">
        {isLinked ? (
          <Link href={`${storeBase}/events/${event.id}`} className="link ident">
            {event.id}
          </Link>
        ) : (
          <span className="ident">{event.id}</span>
        )}{" "}
        <CopyButton text={event.id} what="the event id" />
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
