import { StatusGlyph } from "@/components/ui/status-glyph";
import type { AgendaStatus } from "@/lib/booking/contract";

export const agendaWords: Record<AgendaStatus, string> = {
  hold: "Held",
  pending: "Pending",
  scheduled: "Scheduled",
  completed: "Completed",
  canceled: "Canceled",
};

/** The colour of a glyph that stands without its ground. */
export const agendaTones: Record<AgendaStatus, string> = {
  hold: "text-pending",
  pending: "text-held",
  scheduled: "text-delivered",
  completed: "text-ink-2",
  canceled: "text-canceled",
};

type GlyphProps = { status: AgendaStatus; className?: string };

/** Pencil is dashed, what waits for a yes is an outline, what is firm is filled, what is done is ticked. */
export function AgendaGlyph({ status, className = "size-4" }: GlyphProps) {
  if (status === "hold") return <StatusGlyph glyph="pending" className={className} />;
  if (status === "completed") return <StatusGlyph glyph="delivered" className={className} />;
  if (status === "canceled") return <StatusGlyph glyph="canceled" className={className} />;
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={`${className} flex-none overflow-visible`}>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      {status === "scheduled" && <circle cx="8" cy="8" r="3.6" fill="currentColor" />}
    </svg>
  );
}
