"use client";

import {
  dayKey,
  formatClock,
  formatMoment,
  formatPlanned,
  formatPrecise,
  formatUtc,
} from "@/lib/platform/format-time";
import { useViewpoint } from "./viewpoint";

type TimeProps = {
  iso: string;
  /** `clock` has no day, `planned` no seconds, `precise` milliseconds. */
  as?: "moment" | "clock" | "planned" | "precise";
  /** Lets the keyboard reach the UTC reading; off in lists, where it would add a stop per row. */
  focusable?: boolean;
};

/** A time in the viewer's zone; UTC on hover, and on focus where it can be focused. */
export function Time({ iso, as = "moment", focusable }: TimeProps) {
  const view = useViewpoint();
  const text = formats[as](iso, view);
  return (
    <time dateTime={iso} title={formatUtc(iso)} tabIndex={focusable ? 0 : undefined} className="tabular-nums">
      {text}
    </time>
  );
}

/** "at 14:02" today, "on Sun 18:03" on another day, within a sentence. */
export function AtTime(props: TimeProps) {
  const { zone, now } = useViewpoint();
  const preposition = dayKey(props.iso, zone) === dayKey(now, zone) ? "at" : "on";
  return (
    <>
      {preposition}{" "}
      <b className="text-ink font-semibold">
        <Time {...props} />
      </b>
    </>
  );
}

const formats = { moment: formatMoment, clock: formatClock, planned: formatPlanned, precise: formatPrecise };
