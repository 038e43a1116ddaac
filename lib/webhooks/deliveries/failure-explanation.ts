import type { AttemptDetail } from "./shapes";

/** `happened` is one or two sentences; each of `advice` is one thing to do, the likeliest first. */
export type FailureExplanation = { happened: string; advice: string[] };

/** What of an attempt an explanation goes by. */
export type FailedAttempt = Pick<
  AttemptDetail,
  | "outcome"
  | "failure"
  | "failureDetail"
  | "statusCode"
  | "responseHeaders"
  | "url"
  | "startedAt"
  | "durationMs"
>;
