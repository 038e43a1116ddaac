import clsx from "clsx";
import Link from "next/link";
import { Panel, PanelHead } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import type { DeliveryDetail } from "@/lib/webhooks/contract";
import { AttemptTimeline } from "./attempt-timeline";
import { Exchange } from "./exchange";
import { Waterfall } from "./waterfall";

type DeliveryAttemptsProps = {
  delivery: DeliveryDetail;
  path: string;
  /** The attempt's number; the last one if there is none such. */ chosen: number;
};

export function DeliveryAttempts({ delivery, path, chosen }: DeliveryAttemptsProps) {
  const { attemptDetails: made, plan, body } = delivery;
  const shown = made.find(({ number }) => number === chosen) ?? made.at(-1);
  return (
    <Panel aria-labelledby="attempts">
      <PanelHead id="attempts" title="Attempts">
        <span className="text-ink-3">{countSentence(made.length, plan.length)}</span>
      </PanelHead>
      <div className="desk:px-4.5 desk:pb-4.5 px-3.5 pb-3.5">
        <AttemptTimeline made={made} plan={plan} />
      </div>
      {shown && (
        <>
          <nav aria-label="Attempt" className="border-line flex overflow-x-auto border-y px-2.5">
            {made.toReversed().map(({ id, number, startedAt }) => (
              <Link
                key={id}
                href={`${path}?attempt=${number}`}
                scroll={false}
                aria-current={number === shown.number || undefined}
                className={clsx(
                  "desk:h-10 -mb-px flex h-11 flex-none items-center gap-[7px] border-b-2 px-3 font-[550] whitespace-nowrap -outline-offset-2",
                  number === shown.number
                    ? "border-accent text-ink"
                    : "text-ink-2 hover:text-ink border-transparent",
                )}
              >
                Attempt {number}
                <span className="text-ink-3 font-normal">
                  <Time iso={startedAt} />
                </span>
              </Link>
            ))}
          </nav>
          <section
            aria-label={`Attempt ${shown.number}`}
            className="desk:px-4.5 desk:pb-4.5 px-3.5 pt-3.5 pb-3.5"
          >
            <Waterfall attempt={shown} />
            <Exchange
              attempt={shown}
              bodyBytes={body === null ? null : new TextEncoder().encode(body).length}
            />
          </section>
        </>
      )}
    </Panel>
  );
}

function countSentence(made: number, planned: number): string {
  if (planned === 0) return `${made} made`;
  return `${made} made, ${planned} planned. Planned times move by up to 10 %.`;
}
