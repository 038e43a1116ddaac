import { Segments } from "@/components/ui/segments";
import { formatCount } from "@/lib/platform/format-figure";
import { agendaStatuses, type AgendaStatus } from "@/lib/booking/contract";
import { agendaWords } from "./agenda-looks";

type AgendaSegmentsProps = {
  hrefOf: (status: AgendaStatus | undefined) => string;
  chosen: AgendaStatus | undefined;
  counts: Record<AgendaStatus, number>;
};

export function AgendaSegments({ hrefOf, chosen, counts }: AgendaSegmentsProps) {
  const shown = agendaStatuses.filter((status) => counts[status] > 0 || status === chosen);
  return (
    <Segments
      label="Status"
      segments={[
        { label: "All", href: hrefOf(undefined), chosen: !chosen },
        ...shown.map((status) => ({
          label: agendaWords[status],
          href: hrefOf(status),
          chosen: chosen === status,
          count: formatCount(counts[status]),
        })),
      ]}
    />
  );
}
