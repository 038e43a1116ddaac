"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { formatPlural } from "@/lib/platform/format-figure";
import type { DeliveryStatus } from "@/lib/webhooks/contract";

const sayAtMostEveryMs = 10_000;

type LiveRowsProps = { rows: { id: string; status: DeliveryStatus }[]; children: ReactNode };

/** Around a list: rows that come after it was drawn settle in, and are said aloud, together, every ten seconds at most. */
export function LiveRows({ rows, children }: LiveRowsProps) {
  const [live, setLive] = useState(false);
  const sentence = useArrivals(rows);
  // Only rows that are inserted while this stands get the settling start; those of the first drawing do not.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setLive(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div data-live={live || undefined}>
      {children}
      <p role="status" aria-live="polite" className="sr-only">
        {sentence}
      </p>
    </div>
  );
}

function useArrivals(rows: LiveRowsProps["rows"]): string {
  const [sentence, setSentence] = useState("");
  const known = useRef<Map<string, DeliveryStatus>>(null);
  const arrived = useRef({ count: 0, failed: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const before = known.current;
    known.current = new Map(rows.map(({ id, status }) => [id, status]));
    if (!before) return;
    for (const { id, status } of rows) {
      const isBad = status === "failed" || status === "exhausted";
      if (!before.has(id)) arrived.current.count++;
      if (isBad && before.get(id) !== status) arrived.current.failed++;
    }
    const { count, failed } = arrived.current;
    if (count + failed === 0) return;
    timer.current ??= setTimeout(() => {
      setSentence(say(arrived.current));
      arrived.current = { count: 0, failed: 0 };
      timer.current = undefined;
    }, sayAtMostEveryMs);
  }, [rows]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return sentence;
}

function say({ count, failed }: { count: number; failed: number }): string {
  if (count === 0) return `${failed} failed`;
  return `${formatPlural(count, "new delivery")}${failed ? `, ${failed} failed` : ""}`;
}
