/** Browser-safe words and shapes of webhooks. Times are ISO strings. */
export const deliveryStatuses = ["pending", "delivered", "failed", "held", "exhausted", "canceled"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Counting stops here: so many, or more. */
export const deliveryCountMax = 10_000;

export const endpointHealths = ["failing", "disabled", "healthy", "new"] as const;
export type EndpointHealth = (typeof endpointHealths)[number];

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

/** Milliseconds per phase of an attempt; absent: the phase never began. */
export type AttemptTimings = {
  dns?: number;
  connect?: number;
  tls?: number;
  firstByte?: number;
  body?: number;
};

export type HourSlot = { hour: string; delivered: number; failed: number; held: number };

export type EndpointListItem = {
  id: string;
  name: string;
  url: string;
  /** Empty: all. */
  eventTypes: string[];
  health: EndpointHealth;
  disabledReason: string | null;
  disabledAt: string | null;
  nextRetryAt: string | null;
  lastSuccessAt: string | null;
  heldCount: number;
  /** 0–1 over the last 24 hours; null when nothing was finished. */
  successRate: number | null;
  p95Ms: number | null;
  /** 24 slots, oldest first. */
  hours: HourSlot[];
  createdAt: string;
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
  /** Exactly as sent, derived ones included. */
  requestHeaders: Record<string, string>;
  statusCode: number | null;
  responseHeaders: Record<string, string>;
  responseBody: string | null;
  responseTruncated: boolean;
  remoteAddress: string | null;
  timings: AttemptTimings;
};

export type PlannedAttempt = { number: number; at: string; afterSeconds: number };

export type DeliveryDetail = DeliveryListItem & {
  event: {
    id: string;
    type: string;
    subjectId: string;
    subjectName: string;
    sequence: number | null;
    createdAt: string;
  };
  endpoint: { id: string; name: string; url: string; disabledAt: string | null };
  /** The exact bytes; null once retention has deleted them. */
  body: string | null;
  attemptDetails: AttemptDetail[];
  /** The next one first; empty when nothing more happens by itself. */
  plan: PlannedAttempt[];
  attemptsMax: number;
  /** A request is on its way right now. */
  isUnderWay: boolean;
  settledAt: string | null;
  /** The same event's deliveries to other endpoints. */
  siblings: { id: string; endpointName: string; status: DeliveryStatus; durationMs: number | null }[];
};

export { describeDelivery } from "./deliveries/describe-delivery";
export { explainFailure, type FailedAttempt, type FailureExplanation } from "./deliveries/explain-failure";
