import ical from "ical-generator";
import type { Booking } from "../storefront/types";

/** A calendar file of all times of a booking. Instants are in UTC, so that every calendar shows them in its own zone. */
export function toCalendar(booking: Booking, { brand, url }: { brand: string; url: string }): string {
  const calendar = ical({ name: brand, prodId: { company: brand, product: "booking" } });
  for (const { id, title, from, to, person, salon } of booking.times) {
    calendar.createEvent({
      id,
      start: new Date(from),
      end: new Date(to),
      summary: `${title} at ${brand}`,
      description: [person && `With ${person}.`, `Booking ${booking.name}.`].filter(Boolean).join(" "),
      location: salon,
      url,
    });
  }
  return calendar.toString();
}
