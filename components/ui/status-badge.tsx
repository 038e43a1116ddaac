import clsx from "clsx";
import type { DeliveryStatus } from "@/lib/webhooks/contract";
import { StatusGlyph } from "./status-glyph";

const grounds: Record<DeliveryStatus, string> = {
  pending: "text-pending outline-pending-mark outline-1 -outline-offset-1 outline-dashed",
  delivered: "bg-delivered-soft text-delivered [--knock:var(--delivered-soft)]",
  failed: "bg-failed-soft text-failed",
  held: "bg-held-soft text-held",
  exhausted: "bg-exhausted-fill text-on-exhausted [--knock:var(--exhausted-fill)]",
  canceled: "bg-canceled-soft text-canceled [--knock:var(--canceled-soft)]",
};

/** The colour of a glyph that stands without its ground. */
export const statusTones: Record<DeliveryStatus, string> = {
  pending: "text-pending",
  delivered: "text-delivered",
  failed: "text-failed",
  held: "text-held",
  exhausted: "text-exhausted",
  canceled: "text-canceled",
};

export const statusWord = (status: DeliveryStatus): string =>
  status.charAt(0).toUpperCase() + status.slice(1);

export function StatusBadge({ status }: { status: DeliveryStatus }) {
  return (
    <span
      className={clsx(
        "badge rounded-tick text-dense inline-flex h-[22px] items-center gap-1.5 pr-2 pl-[5px] leading-none font-[550] whitespace-nowrap",
        grounds[status],
      )}
    >
      <StatusGlyph glyph={status} className="size-3.5" />
      <span className={clsx(status === "canceled" && "line-through")}>{statusWord(status)}</span>
    </span>
  );
}
