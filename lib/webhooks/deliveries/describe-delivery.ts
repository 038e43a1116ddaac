import { formatDuration } from "@/lib/platform/format-figure";
import { formatDistance, formatMoment, formatPlanned, type Viewpoint } from "@/lib/platform/format-time";
import type { DeliveryDetail } from "./shapes";

/** What is true of a delivery and what happens next, as one or two sentences. */
export function describeDelivery(delivery: DeliveryDetail, view: Viewpoint): string {
  if (delivery.isUnderWay) return `Attempt ${delivery.attempts} is under way.`;
  const what = waiting(delivery, view) ?? sentences[delivery.status](delivery, view);
  const { disablesAt } = delivery.waits;
  if (!disablesAt) return what;
  const left = formatDistance(Date.parse(disablesAt) - Date.parse(view.now));
  return `${what} The endpoint is disabled in ${left} unless one delivery succeeds.`;
}

/** What holds an open delivery back although its time has come, or will have. */
function waiting({ waits, dueAt }: DeliveryDetail, view: Viewpoint): string | null {
  if (waits.behind) return `Waits for an earlier delivery of ${waits.behind}.`;
  if (waits.pausedUntil)
    return waits.isAskedToWait
      ? `Your server asked us to wait until ${formatPlanned(waits.pausedUntil, view)}.`
      : `Your server answered three times in a row that it cannot keep up, so we wait until ${formatMoment(waits.pausedUntil, view)}.`;
  if (!waits.ratePerSecond || !dueAt) return null;
  return `Due since ${formatPlanned(dueAt, view)}, waits for the limit of ${waits.ratePerSecond} per second.`;
}

const sentences: Record<DeliveryDetail["status"], (delivery: DeliveryDetail, view: Viewpoint) => string> = {
  pending: ({ attempts, attemptsMax, dueAt }, view) => {
    if (attempts === 0) return "Waiting for its first attempt.";
    return dueAt ? planned(dueAt, attempts + 1, attemptsMax, view) : "Waiting for its next attempt.";
  },
  delivered: ({ attempts, attemptsMax, settledAt, durationMs }, view) => {
    const when = settledAt ? ` at ${formatMoment(settledAt, view)}` : "";
    const took = durationMs === null ? "" : `, ${formatDuration(durationMs)}`;
    return `Delivered${when}, attempt ${attempts} of ${attemptsMax}${took}.`;
  },
  failed: ({ attempts, attemptsMax, dueAt }, view) =>
    dueAt ? planned(dueAt, attempts + 1, attemptsMax, view) : "Will retry.",
  held: ({ settledAt, endpoint }, view) => {
    const since = settledAt ? ` since ${formatMoment(settledAt, view)}` : "";
    return endpoint.disabledAt
      ? `Held${since} because ${endpoint.name} is disabled. Nothing is lost.`
      : `Held${since}. ${endpoint.name} is enabled again, and what was chosen for held events is being done.`;
  },
  exhausted: ({ attempts, attemptsMax, lastAttemptAt }, view) => {
    const last = lastAttemptAt ? `, the last at ${formatMoment(lastAttemptAt, view)}` : "";
    return `${attempts} of ${attemptsMax} attempts failed${last}. Nothing more happens by itself: resend it.`;
  },
  canceled: ({ canceledBy, endpoint, settledAt }, view) => {
    if (!canceledBy) return `Canceled: ${endpoint.name} no longer wants this event.`;
    return `Canceled by ${canceledBy}${settledAt ? ` at ${formatMoment(settledAt, view)}` : ""}.`;
  },
};

function planned(dueAt: string, number: number, attemptsMax: number, view: Viewpoint): string {
  if (dueAt <= view.now)
    return `Due since ${formatMoment(dueAt, view)}, attempt ${number} of ${attemptsMax}.`;
  return `Will retry at ${formatPlanned(dueAt, view)}, attempt ${number} of ${attemptsMax}.`;
}
