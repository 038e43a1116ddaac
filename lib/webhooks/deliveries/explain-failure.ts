import { formatDuration } from "@/lib/platform/format-figure";
import { formatMoment, type Viewpoint } from "@/lib/platform/format-time";
import { noHandshake, type FailureKind } from "./shapes";
import { explainStatus } from "./explain-status";
import { explainTls } from "./explain-tls";
import type { FailedAttempt, FailureExplanation } from "./failure-explanation";

/** What happened in an attempt and what to do about it; null when it went well. */
export function explainFailure(attempt: FailedAttempt, view: Viewpoint): FailureExplanation | null {
  if (attempt.outcome === "interrupted") return interrupted;
  if (attempt.failure === "http-status") return explainStatus(attempt, view);
  if (attempt.failure) return explanations[attempt.failure](attempt, view);
  return isWebPage(attempt) ? webPage : null;
}

const interrupted: FailureExplanation = {
  happened: "We were cut off before the end of this attempt. It counts for nothing, and may have arrived.",
  advice: ["Nothing to do: we attempt it again by ourselves, with the same webhook-id."],
};

const webPage: FailureExplanation = {
  happened: "Delivered, but the answer is a web page. Is this the right URL?",
  advice: ["Look whether your application has seen it; a sign-in page or a placeholder answers 200 too."],
};

const isWebPage = ({ outcome, responseHeaders }: FailedAttempt) =>
  outcome === "delivered" && /^text\/html/i.test(responseHeaders["content-type"] ?? "");

type Explain = (attempt: FailedAttempt, view: Viewpoint) => FailureExplanation;

const explanations: Record<Exclude<FailureKind, "http-status">, Explain> = {
  dns: ({ url, failureDetail }) => {
    const { hostname } = new URL(url);
    const isMissing = /ENOTFOUND|ENODATA/.test(failureDetail ?? "");
    return {
      happened: isMissing
        ? `The name ${hostname} does not exist.`
        : `The name servers of ${hostname} gave no usable answer.`,
      advice: ["Check the spelling of the URL and the DNS record; new records need up to an hour."],
    };
  },
  "blocked-address": ({ failureDetail, statusCode }) => ({
    happened: failureDetail ?? "The name leads to an address that is not public, so we did not connect.",
    advice:
      statusCode === null
        ? ["Use an address the internet can reach; for local work use a tunnel."]
        : ["Let this path answer by itself.", "Or enter the final URL, if the internet can reach it."],
  }),
  refused: ({ url }) => ({
    happened: `The server is there, but nothing listens on port ${portOf(url)}.`,
    advice: ["Start the application or its proxy.", "Check the port in the URL."],
  }),
  "connect-timeout": ({ url, durationMs, failureDetail }) =>
    failureDetail === noHandshake
      ? {
          happened: `It took the connection, but no TLS handshake came about within ${duration(durationMs, 5_000)}.`,
          advice: [`Check that port ${portOf(url)} speaks TLS, and that the server has room.`],
        }
      : {
          happened: /EHOSTUNREACH/.test(failureDetail ?? "")
            ? "No network path leads to the server."
            : `We could not connect within ${duration(durationMs, 5_000)}.`,
          advice: ["A firewall may drop us: let our requests through.", "See whether the server runs."],
        },
  tls: ({ url, failureDetail }, { zone }) =>
    explainTls({ hostname: new URL(url).hostname, port: portOf(url), zone }, failureDetail ?? ""),
  reset: ({ startedAt, durationMs, statusCode }, view) => ({
    happened: `The connection was cut ${statusCode === null ? "before an answer came" : "in the middle of its answer"}.`,
    advice: [`Look for a crash or restart at ${endOf(startedAt, durationMs, view)} in your logs.`],
  }),
  "first-byte-timeout": ({ durationMs }) => ({
    happened: `Your server took the request, then said nothing for ${duration(durationMs, 15_000)}.`,
    advice: [
      "Answer 200 as soon as the signature is verified. Do the work afterwards, in a queue.",
      "Look for calls that wait: a database lock, another API, a mail server.",
    ],
  }),
  "body-timeout": ({ durationMs }) => ({
    happened: `It began to answer but did not finish in ${duration(durationMs, 15_000)}.`,
    advice: ["Send a short body or none."],
  }),
  "bad-response": ({ url }) => ({
    happened: "What came back was not an HTTP answer.",
    advice: [`Check that an HTTP server listens on port ${portOf(url)}.`],
  }),
  redirect: ({ failureDetail }) => ({
    happened: `It redirects${failureDetail ? ` to ${failureDetail}` : ""}. We never follow redirects.`,
    advice: ["Enter the final URL.", "Take the path out of the sign-in check."],
  }),
};

const portOf = (url: string): string => {
  const { port, protocol } = new URL(url);
  return port || (protocol === "https:" ? "443" : "80");
};

const duration = (durationMs: number | null, limitMs: number) =>
  formatDuration(durationMs ?? limitMs, 1).replace(".0 s", " s");

/** The instant it broke, which is what stands in the receiver's logs. */
const endOf = (startedAt: string, durationMs: number | null, view: Viewpoint) =>
  formatMoment(new Date(Date.parse(startedAt) + (durationMs ?? 0)).toISOString(), view);
