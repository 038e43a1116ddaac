import clsx from "clsx";

type DiagnosisProps = { happened: string; advice: string[]; isFailure: boolean };

/** The cause first, then what to do about it, in order. */
export function Diagnosis({ happened, advice, isFailure }: DiagnosisProps) {
  return (
    <section
      aria-labelledby="diagnosis"
      className={clsx(
        "rounded-r-panel border-line bg-surface shadow-sheet wide:grid-cols-[minmax(0,1fr)_minmax(0,400px)] grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-4 border border-l-4 px-[clamp(14px,2vw,24px)] pt-5 pb-5.5",
        isFailure ? "border-l-failed-mark" : "border-l-held-mark",
      )}
    >
      <div>
        <p className="text-dense text-ink-3">What happened</p>
        <h2 id="diagnosis" className="say mt-0.5">
          {happened}
        </h2>
      </div>
      <div>
        <p className="text-dense text-ink-3 mb-1.5">What to do</p>
        <ol className="grid gap-2">
          {advice.map((step, index) => (
            <li key={step} className="grid grid-cols-[22px_1fr] gap-2.5">
              <span
                aria-hidden="true"
                className="border-line-strong text-ink-2 grid size-[22px] place-items-center rounded-full border text-[12px] tabular-nums"
              >
                {index + 1}
              </span>
              {step}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
