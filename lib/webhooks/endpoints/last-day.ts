import { firstTypeIdAt } from "@/lib/platform/ids";

const hourMs = 3_600_000;
const hoursShown = 24;

/** The hour under way and the 23 before it; deliveries made in them have ids from `sinceId` on. */
export function lastDay(now: Date): { since: Date; sinceId: string } {
  const since = new Date(Math.floor(now.getTime() / hourMs) * hourMs - (hoursShown - 1) * hourMs);
  // Ids are made by the real clock, also where policy time is moved.
  const sinceId = firstTypeIdAt("dlv", new Date(Math.min(since.getTime(), Date.now() - hoursShown * hourMs)));
  return { since, sinceId };
}

/** The start of each of them, oldest first. */
export const hoursSince = (since: Date): Date[] =>
  Array.from({ length: hoursShown }, (_, index) => new Date(since.getTime() + index * hourMs));
