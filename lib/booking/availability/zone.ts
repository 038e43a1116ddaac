import { Temporal } from "temporal-polyfill";
import { invalid } from "@/lib/platform/errors";
import type { Interval } from "./interval";

/** A stretch of instants over which a zone keeps one offset: wall = instant + offsetMs. */
export type OffsetPiece = Interval & { offsetMs: number };

/** The pieces that make up `span`; one, but for each change of the clocks within. */
export function offsetPieces(zone: string, span: Interval): OffsetPiece[] {
  const pieces: OffsetPiece[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(span.from).toZonedDateTimeISO(zone);
  for (let from = span.from; from < span.to;) {
    const next = at.getTimeZoneTransition("next");
    const to = next ? Math.min(next.epochMilliseconds, span.to) : span.to;
    pieces.push({ from, to, offsetMs: at.offsetNanoseconds / 1e6 });
    if (next) at = next;
    from = to;
  }
  return pieces;
}

/** The instants of a local day: 23, 24 or 25 hours. Throws when `date` is no date, naming `property`. */
export function localDay(date: string, zone: string, property: string): Interval {
  const start = plainDate(date, property);
  return {
    from: start.toZonedDateTime(zone).epochMilliseconds,
    to: start.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  };
}

/** The local date at an instant. */
export const localDate = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The instant at which the local day `days` days after that of `instant` begins. */
export const startOfDayAfter = (instant: number, days: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days })
    .toZonedDateTime(zone).epochMilliseconds;

/** Throws unless it is the name of a zone, such as Europe/Brussels. */
export function requireZone(zone: string, property: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
  } catch {
    throw invalid(property, "Write the name of a time zone, such as Europe/Brussels.");
  }
}

function plainDate(date: string, property: string): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw invalid(property, "Write the date as YYYY-MM-DD.");
  try {
    return Temporal.PlainDate.from(date, { overflow: "reject" });
  } catch {
    throw invalid(property, `${date} is not a day of the calendar.`);
  }
}
