import Link from "next/link";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { AtTime, Time } from "@/components/ui/time";
import { formatPlural } from "@/lib/platform/format-figure";
import type { EndpointListItem } from "@/lib/webhooks/contract";
import { healthLooks } from "./endpoint-health";
import { failureText } from "./failure-text";

type HealthNoticeProps = {
  endpoint: EndpointListItem;
  /** The pages of deliveries: `${deliveriesPath}/dlv_…`. */
  deliveriesPath: string;
};

/** What is true of an endpoint now, why, and what happens next, as sentences. */
export function HealthNotice({ endpoint, deliveriesPath }: HealthNoticeProps) {
  const { failingSince, lastFailure } = endpoint;
  const { word, glyph, tone } = healthLooks[endpoint.health];
  return (
    <div className="desk:px-4.5 desk:py-4 grid grid-cols-[20px_minmax(0,1fr)] gap-x-3.5 p-3.5">
      <StatusGlyph glyph={glyph} className={`mt-[3px] size-4.5 ${tone}`} />
      <div>
        <h2 className="text-[15px]/[22px] font-semibold">
          {word}
          {failingSince && (
            <>
              {" "}
              since <Time iso={failingSince} as="planned" focusable />
            </>
          )}
        </h2>
        <p className="text-ink-2 max-w-[76ch]">
          {lastFailure && (
            <>
              The last answer:{" "}
              <Link className="link" href={`${deliveriesPath}/${lastFailure.deliveryId}`}>
                {failureText(lastFailure.failure, lastFailure.statusCode)}
              </Link>
              .{" "}
            </>
          )}
          {sentences[endpoint.health](endpoint)} <Waits endpoint={endpoint} />
        </p>
      </div>
    </div>
  );
}

/** What holds its deliveries back, and what it comes to. */
function Waits({ endpoint }: { endpoint: EndpointListItem }) {
  const { pausedUntil, isAskedToWait, disablesAt, ratePerSecond, ordered } = endpoint;
  return (
    <>
      {pausedUntil && (
        <>
          {isAskedToWait
            ? "It asked us to wait until "
            : "It answered three times in a row that it cannot keep up, so we wait until "}
          {moment(pausedUntil, isAskedToWait)}.{" "}
        </>
      )}
      {disablesAt && <>Unless a delivery succeeds, it is disabled {at(disablesAt, true)}. </>}
      {ratePerSecond !== null && `It gets ${formatPlural(ratePerSecond, "request")} a second at most. `}
      {ordered && "Events of one booking go one after another."}
    </>
  );
}

const sentences: Record<EndpointListItem["health"], (endpoint: EndpointListItem) => React.ReactNode> = {
  failing: ({ nextRetryAt, pausedUntil, lastSuccessAt }) => (
    <>
      {nextRetryAt && !pausedUntil && <>The next retry is {at(nextRetryAt, true)}. </>}
      {lastSuccessAt ? <>The last success was {at(lastSuccessAt)}.</> : "No delivery has succeeded yet."}
    </>
  ),
  disabled: ({ disabledReason, disabledAt, heldCount }) => (
    <>
      {disabledReason === "gone"
        ? "It answered 410 Gone, so nothing is sent"
        : disabledReason === "failing"
          ? "Nothing had reached it for five days, so nothing is sent"
          : disabledReason === "support"
            ? "Opencals support disabled it, so nothing is sent"
            : "It was disabled by hand, so nothing is sent"}
      {disabledAt && <> since {moment(disabledAt)}</>}.{" "}
      {heldCount > 0
        ? `${formatPlural(heldCount, "event")} ${heldCount === 1 ? "is" : "are"} held. Nothing is lost.`
        : "Events from now on are held, not lost."}
    </>
  ),
  healthy: ({ lastSuccessAt }) =>
    lastSuccessAt ? <>The last delivery succeeded {at(lastSuccessAt)}.</> : "Its last attempt succeeded.",
  new: () => "Nothing was sent yet. The next event that it wants starts a delivery.",
};

const at = (iso: string, isPlanned = false) => (
  <AtTime iso={iso} as={isPlanned ? "planned" : "moment"} focusable />
);

const moment = (iso: string, isPlanned = false) => (
  <b className="text-ink font-semibold">
    <Time iso={iso} as={isPlanned ? "planned" : "moment"} focusable />
  </b>
);
