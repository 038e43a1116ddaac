"use client";

import { useEffect, useState } from "react";
import { formatCountdown } from "~/lib/format";

/** Seconds until the kept times are free again. It counts by the browser's steady clock, whatever its wall clock says. */
export function useSecondsLeft(secondsLeft: number): number {
  const [count, setCount] = useState({ of: secondsLeft, left: secondsLeft });
  useEffect(() => {
    const end = performance.now() + secondsLeft * 1000;
    const tick = () => setCount({ of: secondsLeft, left: Math.max(0, (end - performance.now()) / 1000) });
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [secondsLeft]);
  // Until the first tick after an extension, what is counted is still the time before it.
  return count.of === secondsLeft ? count.left : secondsLeft;
}

const turn = 2 * Math.PI * 18;

/** The clock that runs while a time is kept. Who listens hears it once a minute. */
export function Hold({ left, whole }: { left: number; whole: number }) {
  const minutes = Math.ceil(left / 60);
  const share = Math.min(1, left / whole);
  return (
    <div className={left > 0 ? "hold" : "hold over"}>
      <svg viewBox="0 0 44 44" aria-hidden>
        <circle cx="22" cy="22" r="18" fill="none" stroke="var(--line)" strokeWidth="5" />
        {left > 0 && (
          <circle
            cx="22"
            cy="22"
            r="18"
            fill="none"
            stroke="var(--accent)"
            strokeWidth="5"
            strokeDasharray={`${share * turn} ${turn}`}
            transform="rotate(-90 22 22)"
            strokeLinecap="round"
          />
        )}
      </svg>
      <p>
        <b aria-hidden suppressHydrationWarning>
          {formatCountdown(left)}
        </b>
        {left > 0 ? (
          <span>
            <span className="sr" role="timer" aria-live="polite">
              Your time is kept for {minutes} {minutes === 1 ? "minute" : "minutes"}{" "}
            </span>
            and your time is free again. We extend it while you type.
          </span>
        ) : (
          <span role="alert">Your time is free again. Book now, and you have it if nobody was faster.</span>
        )}
      </p>
    </div>
  );
}
