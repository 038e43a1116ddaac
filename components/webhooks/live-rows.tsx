"use client";

import { useEffect, useRef, useState, type FocusEvent, type PointerEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { formatCount, formatPlural } from "@/lib/platform/format-figure";
import type { DeliveryStatus } from "@/lib/webhooks/contract";

const sayAtMostEveryMs = 10_000;

type LiveRowsProps = {
  rows: { id: string; status?: DeliveryStatus }[];
  /** What a row is. */
  noun?: string;
  children: ReactNode;
};

/**
 * Around a list: rows that come after it was drawn settle in, and are said aloud, together, every ten seconds at most. While
 * the pointer or the focus is in the list no row comes, goes or moves: what is new waits behind a button.
 */
export function LiveRows({ rows, noun = "delivery", children }: LiveRowsProps) {
  const [live, setLive] = useState(false);
  const sentence = useArrivals(rows, noun);
  const { inside, leave, watch } = useInside();
  const [shown, setShown] = useState({ rows, children });
  const isWaiting = inside && orderOf(rows) !== orderOf(shown.rows);
  if (!isWaiting && shown.children !== children) setShown({ rows, children });
  const count = rows.filter(({ id }) => !shown.rows.some((row) => row.id === id)).length;
  // Only rows that are inserted while this stands get the settling start; those of the first drawing do not.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setLive(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  const showNow = () => {
    setShown({ rows, children });
    leave();
  };
  return (
    <div data-live={live || undefined} {...watch}>
      {isWaiting && (
        <div className="desk:top-[110px] sticky top-32 z-[6] flex h-0 justify-center">
          <Button size="s" variant="primary" className="shadow-pop mt-2" onClick={showNow}>
            {count > 0 ? `${formatCount(count)} new` : "Show changes"}
          </Button>
        </div>
      )}
      {isWaiting ? shown.children : children}
      <p role="status" aria-live="polite" className="sr-only">
        {sentence}
      </p>
    </div>
  );
}

const orderOf = (rows: LiveRowsProps["rows"]) => rows.map(({ id }) => id).join();

/** Whether somebody is in the list, by a mouse that moved there or by the focus. */
function useInside() {
  const [hasPointer, setHasPointer] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const watch = {
    onPointerMove: ({ pointerType }: PointerEvent) => setHasPointer(pointerType === "mouse"),
    onPointerLeave: () => setHasPointer(false),
    onFocus: () => setHasFocus(true),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
      setHasFocus(currentTarget.contains(relatedTarget)),
  };
  const leave = () => {
    setHasPointer(false);
    setHasFocus(false);
  };
  return { inside: hasPointer || hasFocus, leave, watch };
}

function useArrivals(rows: LiveRowsProps["rows"], noun: string): string {
  const [sentence, setSentence] = useState("");
  const known = useRef<Map<string, DeliveryStatus | undefined>>(null);
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
      setSentence(say(arrived.current, noun));
      arrived.current = { count: 0, failed: 0 };
      timer.current = undefined;
    }, sayAtMostEveryMs);
  }, [rows, noun]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return sentence;
}

function say({ count, failed }: { count: number; failed: number }, noun: string): string {
  if (count === 0) return `${failed} failed`;
  return `${formatPlural(count, `new ${noun}`)}${failed ? `, ${failed} failed` : ""}`;
}
