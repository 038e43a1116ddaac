import type { FailureKind } from "../deliveries/shapes";
import type { HourSlot } from "../endpoints/shapes";

/** What our own people see of all stores. Times are ISO strings. */

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
