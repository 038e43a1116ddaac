import { formatCount, formatPlural } from "@/lib/platform/format-figure";
import type { HourSlot } from "@/lib/webhooks/contract";
import { slotBars, type Bar } from "./slot-bars";

const sizes = { s: { width: 84, height: 20 }, m: { width: 146, height: 28 } };

/** The last 24 hours in a line of a list. */
export function SlotStrip({
  name,
  hours,
  size = "m",
}: {
  name: string;
  hours: HourSlot[];
  size?: "s" | "m";
}) {
  const { width, height } = sizes[size];
  const { line, bars } = slotBars(hours, { width, height });
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${name}: ${sumUp(hours)}`}
    >
      <rect className="strip-silent" y={line} width={width} height="1" />
      <Bars bars={bars} />
    </svg>
  );
}

/** The same across a panel, with the hours written above it. `hourNames` has one entry per slot; empty ones are left out. */
export function SlotChart({ hours, hourNames }: { hours: HourSlot[]; hourNames: string[] }) {
  const width = 1100;
  const { line, bars } = slotBars(hours, { width, height: 40, top: 18 });
  return (
    <svg viewBox={`0 0 ${width} 60`} width="100%" role="img" aria-label={sumUp(hours)}>
      <rect className="strip-silent" y={line} width={width} height="1" />
      <Bars bars={bars} />
      {hourNames.map(
        (name, index) =>
          name && (
            <text
              key={index}
              x={((index + 0.5) * width) / hours.length}
              y="11"
              textAnchor="middle"
              className="fill-ink-3 text-[11px] tabular-nums"
            >
              {name}
            </text>
          ),
      )}
    </svg>
  );
}

const Bars = ({ bars }: { bars: Bar[] }) =>
  bars.map(({ kind, ...box }, index) => <rect key={index} className={`strip-${kind}`} {...box} />);

function sumUp(hours: HourSlot[]): string {
  const total = (kind: "delivered" | "failed" | "held") => hours.reduce((sum, hour) => sum + hour[kind], 0);
  const [delivered, failed, held] = [total("delivered"), total("failed"), total("held")];
  if (delivered + failed + held === 0) return "nothing to deliver in the last 24 hours";
  const parts = [`${formatPlural(delivered, "delivery")} arrived`];
  if (failed) parts.push(`${formatCount(failed)} failed`);
  if (held) parts.push(`${formatCount(held)} held`);
  return `${parts.join(", ")} in the last 24 hours`;
}
