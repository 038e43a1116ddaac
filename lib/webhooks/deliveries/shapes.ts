import type { EventAbout } from "../events/event-about";

/** The words and shapes of deliveries and their attempts. Times are ISO strings. */
export const deliveryStatuses = ["pending", "delivered", "failed", "held", "exhausted", "canceled"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Counting stops here: so many, or more. */
export const deliveryCountMax = 10_000;

/** Why an attempt failed; each has a sentence and an advice in explain-failure.ts. */
export const failureKinds = [
  "dns",
  "blocked-address",
  "refused",
  "connect-timeout",
  "tls",
  "reset",
  "first-byte-timeout",
  "body-timeout",
  "bad-response",
  "redirect",
  "http-status",
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** The detail of a connect-timeout whose connection stood. */
export const noHandshake = "no TLS handshake";

/** Milliseconds per phase of an attempt; absent: the phase never began. */
export type AttemptTimings = {
  dns?: number;
  connect?: number;
  tls?: number;
  firstByte?: number;
  body?: number;
};

export type DeliveryListItem = {
  id: string;
  status: DeliveryStatus;
  eventId: string;
  eventType: string;
  subjectName: string;
  endpointId: string;
  endpointName: string;
  attempts: number;
  /** How many there are if all fail: those made, and those to come by its endpoint's ladder. */
  attemptsMax: number;
  dueAt: string | null;
  lastAttemptAt: string | null;
  lastFailure: FailureKind | null;
  lastStatusCode: number | null;
  durationMs: number | null;
  createdAt: string;
};

export type AttemptDetail = {
  id: string;
  number: number;
  outcome: "delivered" | "failed" | "interrupted";
  failure: FailureKind | null;
  failureDetail: string | null;
  startedAt: string;
  durationMs: number | null;
  url: string;
  /** As sent, derived ones included; of the endpoint's own headers the names alone. */
  requestHeaders: Record<string, string>;
  statusCode: number | null;
  responseHeaders: Record<string, string>;
  responseBody: string | null;
  responseTruncated: boolean;
  remoteAddress: string | null;
  timings: AttemptTimings;
};

export type PlannedAttempt = { number: number; at: string; afterSeconds: number };

/** What stands between an open delivery and its next attempt, and what its endpoint comes to. All null: nothing. */
export type DeliveryWaits = {
  /** The endpoint is left alone until then. */
  pausedUntil: string | null;
  /** It named that time itself; else it answered three times in a row that it cannot keep up. */
  isAskedToWait: boolean;
  /** The booking whose earlier delivery goes first: "appointment 2309". */
  behind: string | null;
  /** It is due, and the endpoint takes so many per second. */
  ratePerSecond: number | null;
  /** The endpoint is disabled then, unless a delivery succeeds. */
  disablesAt: string | null;
};

export type DeliveryDetail = DeliveryListItem & {
  event: {
    id: string;
    type: string;
    subjectId: string;
    subjectName: string;
    sequence: number | null;
    createdAt: string;
    /** Null where its payload is not kept any more. */
    about: EventAbout | null;
  };
  endpoint: { id: string; name: string; url: string; disabledAt: string | null };
  /** The exact bytes; null once retention has deleted them. */
  body: string | null;
  attemptDetails: AttemptDetail[];
  /** The next one first; empty when nothing more happens by itself. */
  plan: PlannedAttempt[];
  /** A request is on its way right now. */
  isUnderWay: boolean;
  settledAt: string | null;
  /** Who canceled it; null when its type was no longer wanted. */
  canceledBy: string | null;
  /** An example sent by hand: it has no sequence, and goes to this endpoint only. */
  isTest: boolean;
  /** While a resend is due or under way: when the ladder's next attempt is. */
  plannedAt: string | null;
  waits: DeliveryWaits;
  /** The same event's deliveries to other endpoints. */
  siblings: { id: string; endpointName: string; status: DeliveryStatus; durationMs: number | null }[];
};

/** At most so many deliveries are resent in one call. */
export const resendMax = 200;

/** Why a delivery was not resent, as a sentence. */
export type SkippedResend = { id: string; why: string };
