/** Days and hours on the wall of a zone; days are YYYY-MM-DD. */

const dayMs = 86_400_000;

/** The local day of an instant. */
export function dayOf(instant: string | number, zone: string): string {
  const [day = ""] = wallOf(instant, zone).split(" ");
  return day;
}

/** Minutes since midnight on the wall. */
export function minutesOf(instant: string | number, zone: string): number {
  const [, time = ""] = wallOf(instant, zone).split(" ");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);

/** Noon of a day in UTC: an instant by which to write the day, in UTC. */
export const noonOf = (day: string): string => `${day}T12:00:00Z`;

const formats = new Map<string, Intl.DateTimeFormat>();

/** 2026-11-26 10:30 */
function wallOf(instant: string | number, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
      hourCycle: "h23",
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}
