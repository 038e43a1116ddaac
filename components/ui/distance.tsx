"use client";

import { useSyncExternalStore } from "react";
import { formatDistance } from "@/lib/platform/format-time";
import { useViewpoint } from "./viewpoint";

const stepMs = 10_000;

/** How long until then: "in 26 min", "now". It counts on while the page stands. */
export function Distance({ until }: { until: string }) {
  const { now } = useViewpoint();
  const drawnAt = new Date(now).getTime();
  const at = useSyncExternalStore(
    everyStep,
    () => Math.floor(Date.now() / stepMs) * stepMs,
    () => drawnAt,
  );
  const leftMs = new Date(until).getTime() - Math.max(at, drawnAt);
  return <>{leftMs < 1000 ? "now" : `in ${formatDistance(leftMs)}`}</>;
}

function everyStep(redraw: () => void): () => void {
  const timer = setInterval(redraw, stepMs);
  return () => clearInterval(timer);
}
