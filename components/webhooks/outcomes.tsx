import { statusTones, statusWord } from "@/components/ui/status-badge";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { deliveryStatuses, type DeliveryStatus } from "@/lib/webhooks/contract";

/** What became of an event's deliveries: a glyph and how many, by status. */
export function Outcomes({ deliveries }: { deliveries: { status: DeliveryStatus }[] }) {
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
