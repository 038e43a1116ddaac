import type { DeliveryStatus } from "../deliveries/shapes";

/** What can happen to a delivery by itself or by its endpoint. */
export type Happening = "delivered" | "failed" | "failed-for-the-last-time" | "gone" | "disabled" | "deleted";

/**
 * | status          | 2xx       | fails, ladder left | ladder used up | 410 or disabled | deleted  |
 * | pending, failed | delivered | failed             | exhausted      | held            | canceled |
 * | the others      | delivered | stays              | stays          | stays           | stays    |
 *
 * record_attempts() and settle_open() carry it out in SQL, and are tested against this table.
 */
const openRow: Record<Happening, DeliveryStatus> = {
  delivered: "delivered",
  failed: "failed",
  "failed-for-the-last-time": "exhausted",
  gone: "held",
  disabled: "held",
  deleted: "canceled",
};

/** More attempts follow by themselves. */
export const isOpen = (status: string): boolean => status === "pending" || status === "failed";

/** The status that follows. */
export function nextStatus(status: DeliveryStatus, happening: Happening): DeliveryStatus {
  if (happening === "delivered") return "delivered";
  return isOpen(status) ? openRow[happening] : status;
}
