import Link from "next/link";
import { statusTones, statusWord } from "@/components/ui/status-badge";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { EmptyState } from "@/components/ui/states";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/platform/format-figure";
import type { EventListItem } from "@/lib/webhooks/contract";

/** The store's pages. */
type ToldEventsProps = { events: EventListItem[]; base: string };

/** What endpoints were told of a booking, in the order in which it happened, and how far each event came. */
export function ToldEvents({ events, base }: ToldEventsProps) {
  if (events.length === 0)
    return <EmptyState title="Nothing told yet">An event stands here once something happened.</EmptyState>;
  return (
    <ol>
      {events.map(({ id, type, sequence, createdAt, deliveries }) => (
        <li key={id} className="border-line desk:px-4.5 grid gap-1.5 border-t px-3.5 py-3">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <Link href={`${base}/events/${id}`} className="ident font-[550] hover:underline">
              {type}
            </Link>
            <span className="text-dense text-ink-3 tabular-nums">
              {sequence === null ? "on its way" : `sequence ${formatCount(sequence)}`}
            </span>
            <span className="text-dense text-ink-3 ml-auto">
              <Time iso={createdAt} />
            </span>
          </p>
          {deliveries.length === 0 ? (
            sequence !== null && <p className="text-dense text-ink-3">No endpoint wanted it.</p>
          ) : (
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {deliveries.map(({ id: deliveryId, endpointName, status }) => (
                <li key={deliveryId}>
                  <Link
                    href={`${base}/deliveries/${deliveryId}`}
                    className="text-dense inline-flex min-h-6 items-center gap-1.5 hover:underline"
                  >
                    <StatusGlyph glyph={status} className={`size-3.5 ${statusTones[status]}`} />
                    {endpointName}
                    <span className="sr-only">, {statusWord(status).toLowerCase()}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
