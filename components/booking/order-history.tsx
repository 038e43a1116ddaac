import { StatusGlyph } from "@/components/ui/status-glyph";
import { Time } from "@/components/ui/time";
import type { StoreOrderDetail, StoreRefund } from "@/lib/booking/contract";
import { formatMoney } from "@/lib/platform/format-money";

/** What was given back, for what and why. */
export function OrderRefunds({ refunds, currency }: { refunds: StoreRefund[]; currency: string }) {
  return (
    <ul className="text-dense">
      {refunds.map(({ id, totalMinor, what, reason, createdAt }) => (
        <li key={id} className="border-line desk:px-4.5 flex items-baseline gap-3 border-t px-3.5 py-2.5">
          <span className="min-w-0 flex-1">
            {what}
            {reason && <span className="text-ink-2 block">“{reason}”</span>}
          </span>
          <span className="text-ink-3">
            <Time iso={createdAt} />
          </span>
          <span className="min-w-20 text-right font-[550] tabular-nums">
            {formatMoney(totalMinor, currency)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What happened to it, the latest first. */
export function OrderHistory({ history }: Pick<StoreOrderDetail, "history">) {
  return (
    <ol className="text-dense">
      {history.toReversed().map(({ id, at, level, title, description }) => (
        <li key={id} className="border-line desk:px-4.5 flex items-baseline gap-3 border-t px-3.5 py-2.5">
          <span className="min-w-0 flex-1">
            <span className={level === "error" ? "text-failed inline-flex items-center gap-1.5" : ""}>
              {level === "error" && <StatusGlyph glyph="failed" className="size-3.5" />}
              <b className="font-semibold">{title}</b>
            </span>
            {description && <span className="text-ink-2"> {description}</span>}
          </span>
          <span className="text-ink-3">
            <Time iso={at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
