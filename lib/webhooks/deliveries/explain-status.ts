import { formatMoment, type Viewpoint } from "@/lib/platform/format-time";
import type { FailedAttempt, FailureExplanation } from "./failure-explanation";

/** What an answer other than 2xx or 3xx means, and what to do. */
export function explainStatus(attempt: FailedAttempt, view: Viewpoint): FailureExplanation {
  const status = attempt.statusCode ?? 0;
  if (status === 403 && isFirewall(attempt)) return firewall(attempt);
  const explain = byStatus[status] ?? (status >= 500 ? failed : notAccepted);
  return explain(attempt, view);
}

type Explain = (attempt: FailedAttempt, view: Viewpoint) => FailureExplanation;

const notAccepted: Explain = () => ({
  happened: "It does not accept this content.",
  advice: ["Read its answer below.", "Compare the payload with the catalogue's example."],
});

const failed: Explain = ({ startedAt }, view) => ({
  happened: "Your application failed while handling it.",
  advice: [`Find ${formatMoment(startedAt, view)} in your logs; the answer is below.`],
});

const proxied: Explain = () => ({
  happened: "The proxy in front answered; your application did not.",
  advice: ["See whether the application runs and has room."],
});

const refused: Explain = () => ({
  happened: "It refused us.",
  advice: [
    "Check that your server verifies with this endpoint's secret.",
    "Take the path out of any sign-in check.",
  ],
});

const firewall = ({ responseHeaders }: FailedAttempt): FailureExplanation => ({
  happened: `It refused us: a firewall page answered (${responseHeaders["server"] ?? "unnamed"}).`,
  advice: ["Let this path through the firewall or bot protection in front of your server."],
});

const isFirewall = ({ responseHeaders }: FailedAttempt) =>
  "cf-mitigated" in responseHeaders ||
  (/cloudflare|akamai|sucuri|awselb|imperva/i.test(responseHeaders["server"] ?? "") &&
    /^text\/html/i.test(responseHeaders["content-type"] ?? ""));

const byStatus: Record<number, Explain> = {
  401: refused,
  403: refused,
  404: () => ({
    happened: "Nothing answers at this path.",
    advice: ["Check the path, and that the last deployment has it."],
  }),
  405: () => ({
    happened: "It does not take POST at this path.",
    advice: ["Check the path, and that the last deployment has it."],
  }),
  410: () => ({
    happened: "It said it is gone for good. We disabled the endpoint.",
    advice: ["Enable it if that was a mistake; its events are held."],
  }),
  413: () => ({ happened: "The body is too large for it.", advice: ["Raise the limit to 256 KB."] }),
  415: () => ({ happened: "It does not take JSON.", advice: ["Accept application/json."] }),
  429: ({ responseHeaders, startedAt }, view) => {
    const until = waitUntil(responseHeaders["retry-after"], startedAt);
    return {
      happened: `It asked us to slow down${until ? `, until ${formatMoment(until, view)}` : ""}.`,
      advice: [
        "Answer 200 first and do the work afterwards, so that it keeps up.",
        "Raise its limit for our requests.",
      ],
    };
  },
  502: proxied,
  503: proxied,
  504: proxied,
};

/** Retry-After is seconds or a date; undefined when it is neither. */
function waitUntil(retryAfter: string | undefined, startedAt: string): string | undefined {
  if (!retryAfter) return undefined;
  const ms = /^\d+$/.test(retryAfter)
    ? Date.parse(startedAt) + Number(retryAfter) * 1000
    : Date.parse(retryAfter);
  return Number.isNaN(ms) || ms > 8.64e15 ? undefined : new Date(ms).toISOString();
}
