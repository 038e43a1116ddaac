"use client";

import clsx from "clsx";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { Time } from "@/components/ui/time";
import { useRefresh } from "./use-refresh";

/** When the connection was lost; null while there is one. */
const Lost = createContext<string | null>(null);

const refreshDelayMs = 150;
const reconnectDelayMs = 5_000;

/** Keeps the page below it up to date: whenever the store changed, what it shows is asked for again. */
export function LiveProvider({ url, children }: { url: string; children: ReactNode }) {
  const askAnew = useRefresh();
  const [lostAt, setLostAt] = useState<string | null>(null);

  useEffect(() => {
    let source: EventSource;
    let reconnecting: ReturnType<typeof setTimeout>;
    let refreshing: ReturnType<typeof setTimeout> | undefined;
    let missed = false;
    const refresh = () => {
      refreshing ??= setTimeout(() => {
        refreshing = undefined;
        void askAnew();
      }, refreshDelayMs);
    };
    const connect = () => {
      source = new EventSource(url);
      source.addEventListener("change", refresh);
      source.onopen = () => {
        setLostAt(null);
        if (missed) refresh();
        missed = false;
      };
      source.onerror = () => {
        missed = true;
        setLostAt((since) => since ?? new Date().toISOString());
        // A refusal (signed out, no database) ends an EventSource for good; a lost connection it mends itself.
        if (source.readyState === EventSource.CLOSED) reconnecting = setTimeout(connect, reconnectDelayMs);
      };
    };
    connect();
    return () => {
      clearTimeout(reconnecting);
      clearTimeout(refreshing);
      source.close();
    };
  }, [url, askAnew]);

  return <Lost value={lostAt}>{children}</Lost>;
}

/** "Live", or since when the page stands still. */
export function LiveStatus() {
  const lostAt = useContext(Lost);
  return (
    <span
      role="status"
      className="text-dense text-ink-2 inline-flex flex-none items-center gap-[7px] whitespace-nowrap"
    >
      <i
        aria-hidden="true"
        className={clsx(
          "size-2 rounded-full",
          lostAt
            ? "border-pending-mark border-[1.5px] border-dashed"
            : "bg-delivered-mark shadow-[0_0_0_3px_var(--delivered-soft)]",
        )}
      />
      {lostAt ? (
        <span>
          No connection, from <Time iso={lostAt} />
        </span>
      ) : (
        "Live"
      )}
    </span>
  );
}

/** The same on a phone, whose bar has no place for it. */
export function LiveBanner() {
  const lostAt = useContext(Lost);
  if (!lostAt) return null;
  return (
    <p
      role="status"
      className="rounded-panel bg-failed-soft desk:hidden px-4.5 py-2.5 shadow-[inset_0_0_0_1px_color-mix(in_oklch,var(--failed)_40%,transparent)]"
    >
      <b className="font-semibold">No connection.</b> What you see is from <Time iso={lostAt} />. It is tried
      again by itself.
    </p>
  );
}
