import { agendaStatuses } from "@/lib/booking/contract";
import { AgendaGlyph, agendaTones, agendaWords } from "./agenda-looks";

/** What the calendar's looks mean, whose clocks it shows, and how to walk it. */
export function AgendaLegend({ zone }: { zone: string }) {
  return (
    <>
      <ul className="text-caption flex flex-wrap gap-x-4 gap-y-1">
        {agendaStatuses.map((status) => (
          <li key={status} className={`inline-flex items-center gap-1.5 ${agendaTones[status]}`}>
            <AgendaGlyph status={status} className="size-3" />
            <span className={status === "canceled" ? "line-through" : undefined}>{agendaWords[status]}</span>
          </li>
        ))}
      </ul>
      <span className="text-caption text-ink-3 ml-auto">
        <span className="desk:inline hidden">Arrows move, Enter opens. </span>
        Times of {zone.replaceAll("_", " ")}
      </span>
    </>
  );
}
