import { localDay } from "../availability/zone";

/** The instants at which `days` local days from `date` on begin and end. Throws `invalid` on `date`. */
export function daysSpan({ date, days = 1, zone }: { date: string; days?: number; zone: string }) {
  const { from } = localDay(date, zone, "date");
  const last = new Date(Date.parse(`${date}T00:00:00Z`) + (days - 1) * 86_400_000);
  const { to } = localDay(last.toISOString().slice(0, 10), zone, "date");
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
