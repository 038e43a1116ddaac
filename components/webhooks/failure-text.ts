import type { FailureKind } from "@/lib/webhooks/contract";

const words: Record<Exclude<FailureKind, "http-status">, string> = {
  dns: "DNS name not found",
  "blocked-address": "Address is not public",
  refused: "Connection refused",
  "connect-timeout": "No connection in time",
  tls: "TLS certificate refused",
  reset: "Connection cut",
  "first-byte-timeout": "No answer in time",
  "body-timeout": "Answer not finished in time",
  "bad-response": "Answer is not HTTP",
  redirect: "Redirect, never followed",
};

/** A reason that many deliveries share, in a few words: "500, the application failed". */
export function failureText(failure: FailureKind | null, statusCode: number | null): string {
  if (failure !== null && failure !== "http-status") return words[failure];
  if (statusCode === null) return "Interrupted";
  return `${statusCode}, ${answerWords(statusCode)}`;
}

function answerWords(statusCode: number): string {
  if (statusCode === 401 || statusCode === 403) return "refuses us";
  if (statusCode === 404 || statusCode === 405) return "nothing answers at this path";
  if (statusCode === 410) return "gone for good";
  if (statusCode === 429) return "asks for slower";
  if (statusCode >= 502 && statusCode <= 504) return "only the proxy answers";
  return statusCode >= 500 ? "the application failed" : "does not accept the content";
}
