import type { FailureKind } from "@/lib/webhooks/contract";

const silences: Record<FailureKind, string> = {
  dns: "No such name",
  "blocked-address": "Not public",
  refused: "Refused",
  "connect-timeout": "No connection",
  tls: "Certificate",
  reset: "Reset",
  "first-byte-timeout": "No answer",
  "body-timeout": "Cut short",
  "bad-response": "Not HTTP",
  redirect: "Redirect",
  "http-status": "Refused",
};

/** The last answer in a word: its status code, or why there was none. Undefined before the first attempt. */
export function answerText(last: { lastStatusCode: number | null; lastFailure: FailureKind | null }) {
  if (last.lastStatusCode !== null) return String(last.lastStatusCode);
  return last.lastFailure ? silences[last.lastFailure] : undefined;
}
