"use client";

import { useState, type KeyboardEvent } from "react";
import { formatCount } from "@/lib/platform/format-figure";
import { dayKey, type Viewpoint } from "@/lib/platform/format-time";
import type { Overview } from "@/lib/webhooks/contract";
import { chartScale } from "./chart-scale";
import { hourText } from "./hour-text";

type Hour = Overview["hours"][number];

const width = 796;
const left = 34;
const top = 24;
const plotHeight = 140;
const barShare = 0.81;
const hoursBetweenNames = 3;

/**
 * Deliveries by the hour: what arrived stands on the line, what did not hangs below it, on one scale. Pointing at a slot or
 * the arrow keys say it.
 */
export function HourChart({ hours, view }: { hours: Hour[]; view: Viewpoint }) {
  const [chosen, setChosen] = useState<number>();
  const up = Math.max(...hours.map(({ delivered, pending }) => delivered + pending));
  const down = Math.max(...hours.map(({ failed, held }) => failed + held));
  const { above, below, top: most, bottom } = chartScale(up, down);
  const unit = plotHeight / (most + bottom);
  const line = top + most * unit;
  const slot = (width - left) / hours.length;
  const x = (index: number) => left + slot * (index + (1 - barShare) / 2);
  const bar = slot * barShare;
  const tall = (count: number) => (count === 0 ? 0 : Math.max(1.5, count * unit));
  const height = line + 1 + bottom * unit + 26;
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    setChosen((now) =>
      Math.min(hours.length - 1, Math.max(0, (now ?? (step > 0 ? -1 : hours.length)) + step)),
    );
  };
  const shown = chosen === undefined ? undefined : hours[chosen];
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label="Deliveries per hour, the last 24 hours. The arrow keys read each hour."
      onKeyDown={move}
      onMouseLeave={() => setChosen(undefined)}
      onBlur={() => setChosen(undefined)}
      className="rounded-control relative overflow-x-auto -outline-offset-2 [direction:rtl]"
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        aria-hidden="true"
        className="min-w-[620px] [direction:ltr]"
      >
        {above.map((count) => (
          <GridLine key={count} y={line - count * unit} count={count} />
        ))}
        {below.map((count) => (
          <GridLine key={-count} y={line + 1 + count * unit} count={count} />
        ))}
        <line x1={left} x2={width} y1={line + 0.5} y2={line + 0.5} stroke="var(--ink-3)" />
        <text className="fill-ink-3 text-[11px]" x={left - 8} y={line + 4} textAnchor="end">
          0
        </text>
        {hours.map(({ hour, delivered, pending, failed, held }, index) => (
          <g key={hour}>
            {delivered + pending + failed + held === 0 && (
              <rect className="strip-silent" x={x(index)} y={line - 0.5} width={bar} height="1" />
            )}
            <rect
              className="strip-delivered"
              x={x(index)}
              y={line - tall(delivered)}
              width={bar}
              height={tall(delivered)}
            />
            {pending > 0 && (
              <rect
                className="strip-pending"
                x={x(index)}
                y={line - tall(delivered) - tall(pending) - 1}
                width={bar}
                height={tall(pending)}
              />
            )}
            <rect className="strip-failed" x={x(index)} y={line + 1} width={bar} height={tall(failed)} />
            <rect
              className="strip-held"
              x={x(index)}
              y={line + 1 + tall(failed)}
              width={bar}
              height={tall(held)}
            />
            {index % hoursBetweenNames === 0 && (
              <text
                className="fill-ink-3 text-[11px] tabular-nums"
                x={x(index) + bar / 2}
                y={height - 5}
                textAnchor="middle"
              >
                {hourText(hour, view)}
              </text>
            )}
            <DayMark hours={hours} index={index} view={view} x={left + slot * index} bottom={height - 20} />
            <rect
              x={left + slot * index}
              y={top}
              width={slot}
              height={height - top - 20}
              fill={chosen === index ? "var(--ink)" : "transparent"}
              fillOpacity=".07"
              onMouseEnter={() => setChosen(index)}
            />
          </g>
        ))}
      </svg>
      <p
        role="status"
        className="text-caption text-ink-2 rounded-tick bg-surface pointer-events-none absolute top-0 right-0 px-1.5 tabular-nums [direction:ltr]"
      >
        {shown && sayHour(shown, view)}
      </p>
    </div>
  );
}

const GridLine = ({ y, count }: { y: number; count: number }) => (
  <>
    <line x1={left} x2={width} y1={y} y2={y} stroke="var(--line)" />
    <text className="fill-ink-3 text-[11px] tabular-nums" x={left - 8} y={y + 4} textAnchor="end">
      {formatCount(count)}
    </text>
  </>
);

type DayMarkProps = { hours: Hour[]; index: number; view: Viewpoint; x: number; bottom: number };

/** Names the first day, and parts each next one from it. */
function DayMark({ hours, index, view, x, bottom }: DayMarkProps) {
  const [hour, before] = [hours[index], hours[index - 1]];
  if (!hour || (before && dayKey(before.hour, view.zone) === dayKey(hour.hour, view.zone))) return null;
  return (
    <>
      {before && <line x1={x} x2={x} y1="4" y2={bottom} stroke="var(--line-strong)" strokeDasharray="2 3" />}
      <text className="fill-ink-3 text-[11px]" x={x + 5} y="14">
        {shortDay(hour.hour, view)}
      </text>
    </>
  );
}

const shortDay = (iso: string, { zone }: Viewpoint) =>
  new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: zone })
    .format(new Date(iso))
    .replace(",", "");

function sayHour({ hour, delivered, pending, failed, held }: Hour, view: Viewpoint): string {
  const parts = Object.entries({ delivered, failed, held, pending }).flatMap(([word, count]) =>
    count > 0 ? [`${formatCount(count)} ${word}`] : [],
  );
  return `${hourText(hour, view)}, ${parts.join(", ") || "nothing"}`;
}
