import { formatMoney } from "@/lib/platform/format-money";
import type { ToldAppointment } from "./told-appointment";

type Told = Pick<
  ToldAppointment,
  "from" | "to" | "zone" | "title" | "with" | "where" | "priceMinor" | "currency"
>;

/** What, when, with whom, where and for how much: a section of a mail, in the location's own time. */
export function appointmentSection(appointment: Told) {
  const { from, to, zone, title, where, priceMinor, currency } = appointment;
  const facts = [
    { label: "Day", value: dayOf(appointment) },
    { label: "Time", value: `${clockOf(from, zone)} to ${clockOf(to, zone)} (${zone.replaceAll("_", " ")})` },
    ...(appointment.with ? [{ label: "With", value: appointment.with }] : []),
    ...(where ? [{ label: "Where", value: where }] : []),
    ...(priceMinor === null ? [] : [{ label: "Price", value: formatMoney(priceMinor, currency) }]),
  ];
  return { heading: title, facts };
}

export const greeting = (firstName: string | null): string => (firstName ? `Hello ${firstName},` : "Hello,");

/** "Friday 27 November 2026, 10:00" */
export const whenOf = (at: { from: Date; zone: string }): string =>
  `${dayOf(at)}, ${clockOf(at.from, at.zone)}`;

const dayOf = ({ from, zone }: { from: Date; zone: string }) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "full" }).format(from).replace(",", "");

const clockOf = (at: Date, zone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "short", hourCycle: "h23" }).format(at);
