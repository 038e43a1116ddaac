import type { DeliveryStatus } from "../deliveries/shapes";
import type { HourSlot, EndpointListItem, LastFailure } from "../endpoints/shapes";
import type { EventAbout } from "../events/event-about";
import type { OverviewEvent } from "../events/shapes";

/** What the overview tells. Times are ISO strings. */

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
      lastFailure: LastFailure | null;
    }
  | { kind: "disabled"; disabledAt: string; disabledReason: string | null; heldCount: number }
  /** All attempts failed: nothing more happens by itself. */
  | { kind: "exhausted"; count: number; deliveryId: string }
);

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
