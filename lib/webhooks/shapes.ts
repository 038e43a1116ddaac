/** The words and shapes of webhooks. Times are ISO strings. */
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
  /** It asked for time: nothing but what is sent by hand goes before this. */
  pausedUntil: string | null;
  /** It is disabled then, unless a delivery succeeds. */
  disablesAt: string | null;
  /** At most so many requests a second; null: as fast as they come. */
  ratePerSecond: number | null;
  /** Events of one booking one after another. */
  ordered: boolean;
  lastSuccessAt: string | null;
  heldCount: number;
  /** 0–1 over the last 24 hours; null when nothing was finished. */
  successRate: number | null;
  p95Ms: number | null;
  /** 24 slots, oldest first. */
  hours: HourSlot[];
  createdAt: string;
  /** Of its settings: given back with a change, so that a form opened before somebody else's change says so. */
  version: string;
};

/** Endpoints of a store, attempts of a delivery, requests at once, and attempts per second: at most. */
export const endpointsMax = 50;
export const attemptsMax = 15;
export const capMax = 100;
export const rateMax = 1_000;

/** How an endpoint is served. */
export type EndpointSettings = {
  /** Seconds from each failed attempt to the next. */
  retryDelays: number[];
  /** Requests at once. */
  cap: number;
  ratePerSecond: number | null;
  /** Events of one booking one after another. */
  ordered: boolean;
  /** Names alone: values are never shown again. */
  customHeaders: string[];
  signsEd25519: boolean;
  /** Empty: all. */
  locationIds: string[];
  productIds: string[];
  staffMemberIds: string[];
  operationalTypes: string[];
};

/** What becomes of an endpoint's held deliveries when it is enabled. */
export const heldChoices = ["catch-up", "discard"] as const;
export type HeldChoice = (typeof heldChoices)[number];

/** At most so many live secrets at once. */
export const secretsMax = 5;
/** Hours that an old secret may go on signing: 0 ends it at once. */
export const overlapHoursMax = 168;
export const overlapHoursDefault = 24;

export type SecretListItem = {
  id: string;
  /** Its last four characters before the padding. */
  hint: string;
  createdAt: string;
  /** Null: the newest, which lasts. */
  expiresAt: string | null;
  /** It is the one that makes x-opencals-signature. */
  signsRawBody: boolean;
};

/** One of an endpoint's published Ed25519 keys. */
export type KeyListItem = {
  /** The kid in its JWKS. */
  id: string;
  /** `whpk_` and base64. */
  publicKey: string;
  createdAt: string;
  /** Null: the newest, which lasts. */
  expiresAt: string | null;
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
  /** The endpoint asked for time until then. */
  pausedUntil: string | null;
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
  attemptsMax: number;
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

/** Something that does not mend itself, or has not yet. */
export type OverviewNeed = { endpointId: string; endpointName: string } & (
  | {
      kind: "failing";
      /** Since its last success. */
      failingSince: string | null;
      /** Deliveries that will be retried. */
      openCount: number;
      nextRetryAt: string | null;
      pausedUntil: string | null;
      disablesAt: string | null;
      lastFailure: FailureKind | null;
      lastStatusCode: number | null;
      /** The latest delivery that failed: its page has the diagnosis. */
      deliveryId: string | null;
    }
  | { kind: "disabled"; disabledAt: string; disabledReason: string | null; heldCount: number }
  /** All attempts failed: nothing more happens by itself. */
  | { kind: "exhausted"; count: number; deliveryId: string }
);

export type OverviewEvent = {
  id: string;
  type: string;
  subjectName: string;
  sequence: number | null;
  createdAt: string;
  deliveries: { id: string; endpointName: string; status: DeliveryStatus }[];
};

/** Who and what an event tells of, as far as its payload says; amounts are major units of `currency`. */
export type EventAbout = {
  customerName: string | null;
  productTitle: string | null;
  staffMemberName: string | null;
  amount: { total: number; of: number | null; currency: string } | null;
};

export type Overview = {
  /** When it was read, and the start of the first of its hours. */
  at: string;
  since: string;
  /** Deliveries made since then, by what became of them so far. */
  counts: Record<DeliveryStatus, number>;
  /** 0–1; null when nothing was finished. Pending and held ones are left out. */
  successRate: number | null;
  p95Ms: number | null;
  /** 24 slots, oldest first. */
  hours: (HourSlot & { pending: number })[];
  /** The most serious first; empty when nothing needs anybody. */
  needs: OverviewNeed[];
  /** The newest first. */
  events: (OverviewEvent & { about: EventAbout | null })[];
  /** Worst first, then by name. */
  endpoints: EndpointListItem[];
};

/** A store whose deliveries fail at the moment. */
export type FailingStore = {
  storeId: string;
  slug: string;
  name: string;
  /** Deliveries that will be retried, and those for which all attempts failed in the last day. */
  openCount: number;
  exhaustedCount: number;
  failingEndpoints: number;
  disabledEndpoints: number;
  /** The reason most of them have, and how many. */
  reason: { failure: FailureKind | null; statusCode: number | null; count: number };
  /** Of the latest of them. */
  lastAttemptAt: string | null;
  /** What became of all its deliveries: 24 slots, oldest first. */
  hours: HourSlot[];
};

/** One thing that a search over all stores found. */
export type Found = {
  kind: "store" | "endpoint" | "delivery";
  id: string;
  store: { id: string; slug: string; name: string };
  /** What it is: "Client app", "order.paid 1001 to Client app". */
  title: string;
  /** How it is, or where: a URL, a status. */
  detail: string;
};

/** Counts stop at `deliveryCountMax`; ages are of the oldest, null where there is none. */
export type QueueHealth = {
  unsequenced: number;
  oldestUnsequencedSeconds: number | null;
  notFannedOut: number;
  oldestNotFannedOutSeconds: number | null;
  /** The relay could not take them: somebody has to look. */
  setAside: number;
  due: number;
  oldestDueSeconds: number | null;
  claimed: number;
  /** Claims whose holder is silent; the sweep takes them back. */
  deadClaims: number;
  held: number;
  /** Processes that run the embedded engine and were heard of in the last 30 s. */
  engineProcesses: number;
};
