import type { BookingDetail } from "@/lib/booking/contract";
import { formatDistance, type Viewpoint } from "@/lib/platform/format-time";
import { clockText, whenText } from "./when-text";

/** How a booking stands, in a sentence. */
export function sayBooking(booking: BookingDetail, { now }: Viewpoint): string {
  const { status, from, to, zone, holdExpiresAt, canceledBy, staffMember, location } = booking;
  const when = whenText(booking);
  const place = [staffMember && `with ${staffMember.name}`, location && `at ${location.title}`];
  const where = place.filter(Boolean).join(" ");
  if (status === "hold" && holdExpiresAt)
    return `${when} is kept for a cart until ${clockText(holdExpiresAt, zone)}. It is no booking yet.`;
  if (status === "canceled")
    return `It was for ${when}. ${canceledBy === "customer" ? "The customer" : "The store"} canceled it.`;
  if (status === "pending") return `It waits for your yes: ${when}${where && `, ${where}`}.`;
  if (status === "completed" || to < now) return `It was on ${when}${where && `, ${where}`}.`;
  const ahead = Date.parse(from) - Date.parse(now);
  return `${when}${where && `, ${where}`}. ${ahead > 0 ? `It begins in ${formatDistance(ahead)}.` : "It is going on now."}`;
}
