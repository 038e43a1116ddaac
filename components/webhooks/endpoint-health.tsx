import clsx from "clsx";
import { StatusGlyph, type Glyph } from "@/components/ui/status-glyph";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/platform/format-figure";
import type { EndpointHealth as Health, EndpointListItem } from "@/lib/webhooks/contract";

export const healthLooks: Record<Health, { word: string; glyph: Glyph; tone: string }> = {
  failing: { word: "Failing", glyph: "failed", tone: "text-failed" },
  disabled: { word: "Disabled", glyph: "disabled", tone: "text-held" },
  healthy: { word: "Healthy", glyph: "delivered", tone: "text-delivered" },
  new: { word: "New", glyph: "pending", tone: "text-pending" },
};

const slowMs = 2_000;

/** The word with its glyph, and one plain reason below it. */
export function EndpointHealth({ endpoint }: { endpoint: EndpointListItem }) {
  const { word, glyph, tone } = healthLooks[endpoint.health];
  return (
    <>
      <span className={clsx("inline-flex items-center gap-[7px] font-[550] whitespace-nowrap", tone)}>
        <StatusGlyph glyph={glyph} />
        {word}
      </span>
      <span className="text-ink-3 block pl-[23px] empty:hidden">
        <Reason endpoint={endpoint} />
        {endpoint.disablesAt && (
          <>
            , disables <Time iso={endpoint.disablesAt} as="planned" />
          </>
        )}
      </span>
    </>
  );
}

function Reason({ endpoint }: { endpoint: EndpointListItem }) {
  const { health, nextRetryAt, pausedUntil, disabledAt, heldCount, p95Ms } = endpoint;
  if (pausedUntil)
    return (
      <>
        paused until <Time iso={pausedUntil} as="planned" />
      </>
    );
  if (health === "failing")
    return nextRetryAt ? (
      <>
        retries <Time iso={nextRetryAt} as="planned" />
      </>
    ) : (
      "its last attempt failed"
    );
  if (health === "disabled")
    return (
      <>
        {disabledWhy(endpoint)}
        {disabledAt && (
          <>
            {" "}
            on <Time iso={disabledAt} as="planned" />
          </>
        )}
        {heldCount > 0 && `, ${formatCount(heldCount)} held`}
      </>
    );
  if (health === "new") return "nothing sent yet";
  return p95Ms !== null && p95Ms > slowMs ? "slow: p95 above 2 s" : null;
}

const disabledWhy = ({ disabledReason }: EndpointListItem): string =>
  disabledReason === "gone"
    ? "410 Gone"
    : disabledReason === "failing"
      ? "failed for days,"
      : disabledReason === "support"
        ? "by Opencals support"
        : "by a member";
