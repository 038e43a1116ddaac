"use client";

import { useSyncExternalStore } from "react";
import { useViewpoint } from "@/components/ui/viewpoint";
import { dayKey } from "@/lib/platform/format-time";
import { wallMinute } from "./when-text";

const stepMs = 30_000;

type NowLineProps = {
  date: string;
  zone: string;
  firstMinute: number;
  lastMinute: number;
  minutePx: number;
};

/** Where the day is now; it moves on while the page stands. */
export function NowLine({ date, zone, firstMinute, lastMinute, minutePx }: NowLineProps) {
  const { now } = useViewpoint();
  const at = useSyncExternalStore(
    everyStep,
    () => Math.floor(Date.now() / stepMs) * stepMs,
    () => Date.parse(now),
  );
  const iso = new Date(Math.max(at, Date.parse(now))).toISOString();
  const minute = wallMinute(iso, zone);
  if (dayKey(iso, zone) !== date || minute < firstMinute || minute > lastMinute) return null;
  return (
    <div
      aria-hidden="true"
      data-testid="now-line"
      style={{ top: (minute - firstMinute) * minutePx }}
      className="border-failed-mark before:bg-failed-mark pointer-events-none absolute inset-x-0 z-[5] border-t before:absolute before:-top-[3.5px] before:-left-[3px] before:size-1.5 before:rounded-full"
    />
  );
}

function everyStep(redraw: () => void): () => void {
  const timer = setInterval(redraw, stepMs);
  return () => clearInterval(timer);
}
