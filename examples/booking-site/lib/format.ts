/** The one way in which the site writes amounts, spans and times. */

const locale = "en-GB";

/** € 145, € 52.50, Free. */
export function formatPrice(amount: number, currency: string): string {
  if (amount === 0) return "Free";
  return formatAmount(amount, currency, Number.isInteger(amount) ? 0 : undefined);
}

/** € 169.00, also where it is nothing. */
export function formatAmount(amount: number, currency: string, digits?: number): string {
  const parts = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    ...(digits !== undefined && { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  }).formatToParts(amount);
  const symbol = parts.find(({ type }) => type === "currency")?.value ?? currency;
  const number = parts.filter(({ type }) => type !== "currency" && type !== "literal");
  return `${symbol}\u00a0${number.map(({ value }) => value).join("")}`;
}

/** 45 min, 2 h, 2 h 30. */
export function formatDuration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`;
}

/** 24 h, 3 days. */
export function formatGap(seconds: number): string {
  const hours = Math.round(seconds / 3600);
  return hours % 24 === 0 && hours > 24 ? `${hours / 24} days` : `${hours} h`;
}

/** 9:00, 14:15. */
export const formatTime = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, hour: "numeric", minute: "2-digit" })
    .format(new Date(instant))
    .replace(/^0(?=\d:)/, "");

/** 09:00:07. */
export const formatClock = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: "medium" }).format(new Date(instant));

/** Thu 26 November. */
export const formatDay = (instant: string, zone: string): string =>
  partsOf(instant, zone, { weekday: "short", day: "numeric", month: "long" });

/** 26 Nov. */
export const formatShortDay = (instant: string, zone: string): string =>
  partsOf(instant, zone, { day: "numeric", month: "short" });

/** Thu 26 November, 10:30 to 13:00. */
export const formatSpan = ({ from, to }: { from: string; to: string }, zone: string): string =>
  `${formatDay(from, zone)}, ${formatTime(from, zone)} to ${formatTime(to, zone)}`;

/** Lotte, Kloosterstraat, 2 places. */
export const formatWhere = (time: { person: string | null; salon: string; places: number }): string =>
  [time.person, time.salon, time.places > 1 && `${time.places} places`].filter(Boolean).join(", ");

/** 12:40 of minutes and seconds. */
export function formatCountdown(seconds: number): string {
  const left = Math.max(0, Math.floor(seconds));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

/** UTC+1 as it is at `instant`. */
export function formatOffset(instant: string, zone: string): string {
  const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "shortOffset" })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === "timeZoneName")?.value;
  return (name ?? "UTC").replace("GMT", "UTC");
}

/** In the order weekday, day, month, without the commas that differ between runtimes. */
function partsOf(instant: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).formatToParts(
    new Date(instant),
  );
  const value = (type: string) => parts.find((part) => part.type === type)?.value;
  return [value("weekday"), value("day"), value("month")?.slice(0, options.month === "short" ? 3 : undefined)]
    .filter(Boolean)
    .join(" ");
}
