/** Days of the calendar as YYYY-MM-DD, whatever the zone. */
const dayMs = 86_400_000;
const utc = (date: string) => new Date(`${date}T00:00:00Z`);

export const addDays = (date: string, days: number): string =>
  new Date(utc(date).getTime() + days * dayMs).toISOString().slice(0, 10);

/** The Monday of its week. */
export const mondayOf = (date: string): string => addDays(date, -((utc(date).getUTCDay() + 6) % 7));

export const isDay = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) &&
  !Number.isNaN(utc(date).getTime()) &&
  utc(date).toISOString().startsWith(date);

const format = (date: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(utc(date)).replace(",", "");

/** "Thursday 26 November". */
export const longDay = (date: string): string =>
  format(date, { weekday: "long", day: "numeric", month: "long" });

/** "Thu 26 Nov". */
export const shortDay = (date: string): string =>
  format(date, { weekday: "short", day: "numeric", month: "short" });
