import clsx from "clsx";
import { Distance } from "@/components/ui/distance";
import { StatusGlyph, type Glyph } from "@/components/ui/status-glyph";
import { Time } from "@/components/ui/time";
import { formatDistance } from "@/lib/platform/format-time";
import type { AttemptDetail, PlannedAttempt } from "@/lib/webhooks/contract";
import { answerText } from "./answer-text";

const looks: Record<AttemptDetail["outcome"], { glyph: Glyph; tone: string }> = {
  delivered: { glyph: "delivered", tone: "text-delivered" },
  failed: { glyph: "failed", tone: "text-failed" },
  interrupted: { glyph: "canceled", tone: "text-canceled" },
};

/** What was made, solid; what is planned, dashed: the next one in the accent, the later ones in pencil. */
export function AttemptTimeline({ made, plan }: { made: AttemptDetail[]; plan: PlannedAttempt[] }) {
  return (
    <ol className="desk:grid-cols-10 grid grid-cols-5 gap-y-3.5">
      {made.map(({ id, number, outcome, startedAt, statusCode, failure }) => {
        const { glyph, tone } = looks[outcome];
        return (
          <Place key={id} number={number} state={outcome} glyph={glyph} tone={tone} line="made">
            <Time iso={startedAt} />
            {outcome === "interrupted"
              ? "interrupted"
              : (answerText({ lastStatusCode: statusCode, lastFailure: failure }) ?? "–")}
          </Place>
        );
      })}
      {plan.map(({ number, at, afterSeconds }, index) => (
        <Place
          key={number}
          number={number}
          state="planned"
          glyph={index === 0 ? "pending" : "future"}
          tone={index === 0 ? "text-accent" : "text-ink-3"}
          line="planned"
        >
          <Time iso={at} as="planned" />
          {index === 0 ? <Distance until={at} /> : `+ ${formatDistance(afterSeconds * 1000)}`}
        </Place>
      ))}
    </ol>
  );
}

type PlaceProps = {
  number: number;
  state: string;
  glyph: Glyph;
  tone: string;
  line: "made" | "planned";
  children: [time: React.ReactNode, note: React.ReactNode];
};

function Place({ number, state, glyph, tone, line, children: [time, note] }: PlaceProps) {
  return (
    <li className="group relative grid justify-items-start gap-[3px] pr-1.5">
      <span
        aria-hidden="true"
        className={clsx(
          "absolute top-[9px] right-0 left-5 border-t-[1.5px] group-last:hidden",
          "desk:group-nth-[10n]:hidden max-desk:group-nth-[5n]:hidden",
          line === "made" ? "border-current opacity-55" : "border-line-strong border-dashed",
          line === "made" && tone,
        )}
      />
      <span className={tone}>
        <StatusGlyph glyph={glyph} className="bg-surface relative size-5 rounded-full" />
      </span>
      <b
        className={clsx(
          "text-dense leading-[18px] font-semibold tabular-nums",
          tone === "text-accent" && "text-accent",
        )}
      >
        <span className="sr-only">{`Attempt ${number}, ${state}, `}</span>
        {time}
      </b>
      <small className="text-caption text-ink-3">{note}</small>
    </li>
  );
}
