import type { FreeSpan, Slot } from "./storefront/types";

/** What the site's own /api/times answers. */
export type Times = {
  day: string;
  slots: Slot[];
  /** When somebody is free at all; only where it was asked for. */
  spans?: FreeSpan[];
  checkedAt: string;
};
