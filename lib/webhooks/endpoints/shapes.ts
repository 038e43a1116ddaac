/** The words and shapes of endpoints. Times are ISO strings. */
import type { FailureKind } from "../deliveries/shapes";

export const endpointHealths = ["failing", "disabled", "healthy", "new"] as const;
export type EndpointHealth = (typeof endpointHealths)[number];

export type HourSlot = { hour: string; delivered: number; failed: number; held: number };

export type LastFailure = { deliveryId: string; failure: FailureKind | null; statusCode: number | null };

export type EndpointListItem = {
  id: string;
  name: string;
  /** The merchant's own note; empty: none. */
  description: string;
  url: string;
  /** Empty: all. */
  eventTypes: string[];
  health: EndpointHealth;
  disabledReason: string | null;
  disabledAt: string | null;
  /** Of one that is failing: its first failure since the last success. */
  failingSince: string | null;
  /** Of one that is failing: how its latest delivery that failed did, whose page has the diagnosis. */
  lastFailure: LastFailure | null;
  nextRetryAt: string | null;
  /** It is left alone: nothing but what is sent by hand goes before this. */
  pausedUntil: string | null;
  /** It named that time itself; else it answered three times in a row that it cannot keep up. */
  isAskedToWait: boolean;
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
