import type { SendResult } from "../http/exchange";

type Answer = Pick<SendResult, "responseHeaders" | "startedAt" | "durationMs">;

/** How long an answer asks to be left alone, in milliseconds from its end; null where it does not say so readably. */
export function retryAfterMs({ responseHeaders, startedAt, durationMs }: Answer): number | null {
  const value = responseHeaders["retry-after"]?.trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  // A date has a month's name; Date.parse would make one of "-5" as well.
  const atMs = /[a-z]{3}/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - startedAt.getTime() - (durationMs ?? 0));
}
