import clsx from "clsx";
import Link from "next/link";
import type { AgendaItem, AgendaStatus } from "@/lib/booking/contract";
import { AgendaGlyph, agendaTones, agendaWords } from "./agenda-looks";
import { productBar } from "./product-bar";
import { clockText } from "./when-text";

/** Pencil, ink, done, struck out. */
const grounds: Record<AgendaStatus, string> = {
  hold: "border-dashed border-pending-mark text-ink-2",
  pending: "border-held-mark bg-surface",
  scheduled: "border-line-strong bg-raised",
  completed: "border-line bg-sunken text-ink-2 [--knock:var(--sunken)]",
  canceled: "border-line border-dotted bg-surface text-canceled",
};
const hasBar = (status: AgendaStatus) => status !== "hold" && status !== "canceled";

type AgendaEntryProps = {
  item: AgendaItem;
  /** Where its page is: `${base}/${id}`. */
  base: string;
  /** Where the day's column names nobody. */
  withStaff?: boolean;
  /** There is room for one line on the desk. */
  isShort?: boolean;
};

/** One appointment in the calendar: its place says when, its look says how it stands, both are also said. */
export function AgendaEntry({ item, base, withStaff, isShort }: AgendaEntryProps) {
  const { id, name, status, from, to, zone, product, customerName, staffMember } = item;
  const who = [customerName, withStaff && staffMember?.name].filter(Boolean).join(", ");
  return (
    <Link
      href={`${base}/${id}`}
      style={productBar(product.color)}
      className={clsx(
        "agenda-entry rounded-tick text-caption relative block h-full overflow-hidden border pr-1.5 pl-[9px] -outline-offset-1",
        isShort ? "desk:py-0 py-[3px]" : "py-[3px]",
        "hover:border-ink-3 focus-visible:z-10",
        hasBar(status) && "before:absolute before:inset-y-0 before:left-0 before:w-1 before:bg-(--bar)",
        grounds[status],
      )}
    >
      <span className={clsx("flex items-start gap-1", isShort && "desk:leading-3.5")}>
        <span
          className={clsx(
            "min-w-0 flex-1",
            isShort && "desk:truncate",
            status === "canceled" && "line-through",
          )}
        >
          <span className="tabular-nums">{clockText(from, zone)}</span>
          <span className="sr-only"> to {clockText(to, zone)}</span>{" "}
          <b className="font-semibold">{product.title}</b>
          {who && <span className={clsx("block truncate", isShort && "desk:inline")}> {who}</span>}
        </span>
        {status !== "scheduled" && (
          <AgendaGlyph status={status} className={`mt-px size-3 ${agendaTones[status]}`} />
        )}
      </span>
      <span className="sr-only">{`, ${agendaWords[status].toLowerCase()}, appointment ${name}`}</span>
    </Link>
  );
}
