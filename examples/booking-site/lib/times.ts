import type { FreeSpan, Slot } from "./storefront/types";

/** What the site's own /api/times answers. */
export type Times = {
  day: string;
  slots: Slot[];
  /** When somebody is free at all; only where it was asked for. */
  spans?: FreeSpan[];
  checkedAt: string;
};

/** Said with status 200: a browser writes every failed request on its console, and this one is asked again and again. */
export type NoTimes = { isUnreachable: true };
