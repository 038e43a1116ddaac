import clsx from "clsx";
import { Clock } from "lucide-react";
import { formatDuration } from "@/lib/platform/format-figure";
import type { AttemptDetail } from "@/lib/webhooks/contract";
import { layPhases, scaleStepMs } from "./phases";

/** Where an attempt's time went: five labelled phases on a linear scale, milliseconds printed. */
export function Waterfall({ attempt }: { attempt: AttemptDetail }) {
  const phases = layPhases(attempt);
  const endMs = Math.max(...phases.map(({ startMs, durationMs }) => startMs + (durationMs ?? 0)));
  const totalMs = attempt.durationMs ?? endMs;
  const stepMs = scaleStepMs(Math.max(totalMs, endMs));
  const percent = (ms: number) => `${((ms / (stepMs * 5)) * 100).toFixed(2)}%`;
  const isCut = phases.some((phase) => phase.isCut);
  return (
    <>
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">Timings</h3>
        <span className={clsx("inline-flex items-center gap-[7px] font-[550]", isCut && "text-failed")}>
          {isCut && <Clock aria-hidden className="size-4" strokeWidth={1.5} />}
          {isCut ? `Stopped at ${formatDuration(totalMs, 2)}` : formatDuration(totalMs, 2)}
        </span>
      </div>
      <div
        role="table"
        aria-label={`Phases of attempt ${attempt.number}`}
        className="text-dense desk:grid-cols-[130px_minmax(0,1fr)_76px] desk:gap-x-3.5 grid grid-cols-[92px_minmax(0,1fr)_66px] items-center gap-x-2.5"
      >
        {phases.map(({ label, color, startMs, durationMs, isCut: cut }) => (
          <div key={label} role="row" className="contents">
            <div role="rowheader" className="flex min-h-7 items-center">
              <span
                className={clsx("mr-2 size-2.5 flex-none rounded-[2px]", cut && "hatched")}
                style={{ backgroundColor: color }}
              />
              {label}
            </div>
            <div
              role="cell"
              className="border-line relative h-7 border-r [background:repeating-linear-gradient(to_right,var(--line)_0_1px,transparent_1px_20%)]"
            >
              <span className="sr-only">
                {durationMs === null ? "never began" : `starts at ${formatDuration(startMs)}`}
              </span>
              {durationMs !== null && (
                <span
                  aria-hidden="true"
                  className={clsx("absolute top-2 h-3 min-w-[3px] rounded-[2px]", cut && "hatched")}
                  style={{ left: percent(startMs), width: percent(durationMs), backgroundColor: color }}
                />
              )}
            </div>
            <div
              role="cell"
              className="text-ink-2 flex min-h-7 items-center justify-end whitespace-nowrap tabular-nums"
            >
              {durationMs === null ? "–" : formatDuration(durationMs, 2)}
            </div>
          </div>
        ))}
        <div
          aria-hidden="true"
          className="text-ink-3 col-start-2 flex min-h-5 items-center justify-between text-[11px] whitespace-nowrap tabular-nums"
        >
          {[0, 1, 2, 3, 4, 5].map((step) => (
            <span key={step}>{step === 0 ? "0" : tick(step * stepMs)}</span>
          ))}
        </div>
      </div>
    </>
  );
}

const tick = (ms: number) => (ms < 1000 ? `${+ms.toFixed(1)} ms` : `${+(ms / 1000).toFixed(1)} s`);
