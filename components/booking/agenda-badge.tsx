import clsx from "clsx";
import type { AgendaStatus } from "@/lib/booking/contract";
import { AgendaGlyph, agendaWords } from "./agenda-looks";

const grounds: Record<AgendaStatus, string> = {
  hold: "text-pending outline-pending-mark outline-1 -outline-offset-1 outline-dashed",
  pending: "bg-held-soft text-held",
  scheduled: "bg-delivered-soft text-delivered",
  completed: "bg-sunken text-ink-2 [--knock:var(--sunken)]",
  canceled: "bg-canceled-soft text-canceled [--knock:var(--canceled-soft)]",
};

export function AgendaBadge({ status }: { status: AgendaStatus }) {
  return (
    <span
      className={clsx(
        "badge rounded-tick text-dense inline-flex h-[22px] items-center gap-1.5 pr-2 pl-[5px] leading-none font-[550] whitespace-nowrap",
        grounds[status],
      )}
    >
      <AgendaGlyph status={status} className="size-3.5" />
      <span className={clsx(status === "canceled" && "line-through")}>{agendaWords[status]}</span>
    </span>
  );
}
