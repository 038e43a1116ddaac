import { Segments } from "@/components/ui/segments";
import { statusTones, statusWord } from "@/components/ui/status-badge";
import type { DeliveryStatus } from "@/lib/webhooks/contract";
import { countText } from "./count-text";

type StatusSegmentsProps = {
  hrefOf: (status: DeliveryStatus | undefined) => string;
  chosen: DeliveryStatus | undefined;
  counts: Record<DeliveryStatus, number>;
};

/** Delivered has no count: what is well needs none, and it grows without end. */
export function StatusSegments({ hrefOf, chosen, counts }: StatusSegmentsProps) {
  const order = ["failed", "exhausted", "held", "pending", "delivered", "canceled"] as const;
  const shown = order.filter((status) => counts[status] > 0 || status === chosen);
  return (
    <Segments
      label="Status"
      segments={[
        { label: "All", href: hrefOf(undefined), chosen: !chosen },
        ...shown.map((status) => ({
          label: statusWord(status),
          href: hrefOf(status),
          chosen: chosen === status,
          glyph: status,
          tone: statusTones[status],
          count: status === "delivered" ? undefined : countText(counts[status]),
        })),
      ]}
    />
  );
}
