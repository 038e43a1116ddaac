const slowDownsMin = 3;
const slowDownPauseMs = 30_000;

/**
 * Whether a paused endpoint named the time itself (Retry-After). Else it answered 429, 502, 503 or 504 three times in a row,
 * and is left alone for half a minute.
 */
export const isAskedToWait = (work: { pausedUntil: Date; slowDowns: number }, now: Date): boolean =>
  work.slowDowns < slowDownsMin || work.pausedUntil.getTime() > now.getTime() + slowDownPauseMs;
