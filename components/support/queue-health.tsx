import clsx from "clsx";
import type { ReactNode } from "react";
import { Panel, PanelHead } from "@/components/ui/panel";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { countText } from "@/components/webhooks/count-text";
import { formatCount, formatPlural } from "@/lib/platform/format-figure";
import { formatDistance } from "@/lib/platform/format-time";
import type { QueueHealth as Health } from "@/lib/webhooks/contract";

/** Nothing waits this long while the engine runs: the sweep comes every 15 s. */
const lateAfterSeconds = 60;

type Engine = { engine: "embedded" | "inngest"; engineAlive: boolean };

/** Whether deliveries go out on time, how many wait, and what drives them. */
export function QueueHealth({ health, engine }: { health: Health; engine: Engine }) {
  const trouble = engineTrouble(engine) ?? troubleOf(health);
  return (
    <Panel aria-labelledby="engine">
      <PanelHead id="engine" title="Engine and queue" />
      <div className="desk:px-4.5 px-3.5 pb-3">
        <p
          className={clsx(
            "flex items-center gap-[7px] font-[550]",
            trouble ? "text-failed" : "text-delivered",
          )}
        >
          <StatusGlyph glyph={trouble ? "failed" : "delivered"} />
          {trouble ? "Needs us" : "On time"}
        </p>
        <p className="text-dense text-ink-2 mt-0.5">{trouble ?? waitSentence(health)}</p>
      </div>
      <dl>
        <Figure name="Due now" value={health.due}>
          {formatCount(health.claimed)} under way
        </Figure>
        <Figure name="Events on their way in" value={health.unsequenced + health.notFannedOut}>
          {formatCount(health.unsequenced)} without a sequence, {formatCount(health.notFannedOut)} not fanned
          out
        </Figure>
        <Figure name="Held" value={health.held}>
          for disabled endpoints
        </Figure>
      </dl>
      <p className="border-line text-caption text-ink-3 desk:px-4.5 border-t px-3.5 py-2.5">
        {engine.engine === "inngest"
          ? `Inngest, ${engine.engineAlive ? "answers" : "does not answer"}`
          : `Embedded engine, ${processesText(health.engineProcesses)} heard of`}
      </p>
    </Panel>
  );
}

const Figure = ({ name, value, children }: { name: string; value: number; children: ReactNode }) => (
  <div className="border-line desk:px-4.5 grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 border-t px-3.5 py-2.5">
    <dt className="text-ink-2">{name}</dt>
    <dd className="font-display text-[22px]/7 tabular-nums">{countText(value)}</dd>
    <dd className="text-caption text-ink-3 col-span-2">{children}</dd>
  </div>
);

const oldestSeconds = (health: Health): number =>
  Math.max(
    health.oldestUnsequencedSeconds ?? 0,
    health.oldestNotFannedOutSeconds ?? 0,
    health.oldestDueSeconds ?? 0,
  );

const processesText = (count: number): string => (count === 1 ? "1 process" : `${count || "no"} processes`);

function engineTrouble({ engine, engineAlive }: Engine): string | undefined {
  if (engineAlive) return undefined;
  return engine === "inngest"
    ? "The Inngest server does not answer. What is due waits for it."
    : "No process runs the engine. What is due waits for one.";
}

function troubleOf(health: Health): string | undefined {
  if (health.setAside > 0)
    return `${formatPlural(health.setAside, "event")} could not be sequenced. Somebody has to look.`;
  const oldest = oldestSeconds(health);
  if (oldest > lateAfterSeconds) return `The oldest that is due waits ${formatDistance(oldest * 1000)}.`;
  if (health.deadClaims > 0)
    return `${formatPlural(health.deadClaims, "delivery")} held by a process that is silent.`;
  return undefined;
}

function waitSentence(health: Health): string {
  const oldest = oldestSeconds(health);
  if (oldest === 0) return "Nothing waits.";
  return `The oldest that is due waits ${oldest < 10 ? `${oldest.toFixed(1)} s` : formatDistance(oldest * 1000)}.`;
}
