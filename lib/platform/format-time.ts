const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** In which zone, and seen from when, a time is told. */
export type Viewpoint = { zone: string; now: string };

/** "14:02:18" today, "Sun 18:03" within a week, "20 Nov, 10:24" further off. 24 h clock, in the viewer's zone. */
export function formatMoment(iso: string, { zone, now }: Viewpoint): string {
  const date = new Date(iso);
  if (dayKey(iso, zone) === dayKey(now, zone)) return clock(date, zone, true);
  const distanceMs = Math.abs(date.getTime() - new Date(now).getTime());
  if (distanceMs < 6 * dayMs) return `${part(date, zone, { weekday: "short" })} ${clock(date, zone)}`;
  const day = part(date, zone, { day: "numeric", month: "short" });
  const year = distanceMs > 300 * dayMs ? ` ${part(date, zone, { year: "numeric" })}` : "";
  return `${day}${year}, ${clock(date, zone)}`;
}

/** A planned time: no seconds, since it is moved by some per cent anyway. */
export function formatPlanned(iso: string, view: Viewpoint): string {
  if (dayKey(iso, view.zone) === dayKey(view.now, view.zone)) return clock(new Date(iso), view.zone);
  return formatMoment(iso, view);
}

/** "14:02:18", where the day is said elsewhere. */
export const formatClock = (iso: string, { zone }: Viewpoint): string => clock(new Date(iso), zone, true);

/** "Today, Tuesday 24 November". */
export function formatDay(iso: string, { zone, now }: Viewpoint): string {
  const date = new Date(iso);
  const day = part(date, zone, { weekday: "long", day: "numeric", month: "long" }).replace(",", "");
  return dayKey(iso, zone) === dayKey(now, zone) ? `Today, ${day}` : day;
}

/** Tells two times apart by the viewer's calendar day. */
export const dayKey = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(iso));

/** To the millisecond: "Today, 13:56:54.812", "Sun 22 Nov, 13:56:54.812". */
export function formatPrecise(iso: string, { zone, now }: Viewpoint): string {
  const date = new Date(iso);
  const isToday = dayKey(iso, zone) === dayKey(now, zone);
  const day = part(date, zone, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
  const milliseconds = String(date.getUTCMilliseconds()).padStart(3, "0");
  return `${isToday ? "Today" : day}, ${clock(date, zone, true)}.${milliseconds}`;
}

/** "2026-11-24 12:56:54 UTC". */
export const formatUtc = (iso: string): string =>
  `${new Date(iso).toISOString().replace("T", " ").slice(0, 19)} UTC`;

/** How far off: "34 s", "26 min", "19 h 4 min", "3 d 4 h". */
export function formatDistance(distanceMs: number): string {
  const ms = Math.max(0, distanceMs);
  if (ms < minuteMs) return `${Math.round(ms / 1000)} s`;
  if (ms < hourMs) return `${Math.round(ms / minuteMs)} min`;
  if (ms < dayMs) return join(Math.floor(ms / hourMs), "h", Math.floor((ms % hourMs) / minuteMs), "min");
  return join(Math.floor(ms / dayMs), "d", Math.floor((ms % dayMs) / hourMs), "h");
}

const join = (whole: number, unit: string, rest: number, restUnit: string): string =>
  rest ? `${whole} ${unit} ${rest} ${restUnit}` : `${whole} ${unit}`;

function clock(date: Date, zone: string, withSeconds = false): string {
  return part(date, zone, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(withSeconds && { second: "2-digit" }),
  });
}

function part(date: Date, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(date);
}
