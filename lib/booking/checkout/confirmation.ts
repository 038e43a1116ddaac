import type { MailContent } from "@/lib/mail";
import { toMajor } from "@/lib/platform/money";

export type ConfirmedAppointment = {
  from: Date;
  to: Date;
  /** The location's; the store's where there is none. */
  zone: string;
  title: string;
  with: string | null;
  where: string | null;
  priceMinor: number;
};

export type Confirmed = {
  storeName: string;
  firstName: string | null;
  orderName: string;
  currency: string;
  appointments: ConfirmedAppointment[];
  /** False: the store has yet to say yes. */
  isScheduled: boolean;
  payment: "cash" | "captured" | "authorized" | "nothing";
};

/** What a customer is told about an order that was just made, in the store's name and each location's own time. */
export function confirmationOf(confirmed: Confirmed): { subject: string; content: MailContent } {
  const { storeName, firstName, orderName, appointments, isScheduled } = confirmed;
  const [first] = appointments;
  const several = appointments.length > 1;
  const what = several ? `your ${appointments.length} appointments` : "your appointment";
  const when = first && !several ? `, ${day(first)}, ${clock(first.from, first.zone)}` : "";
  const title = isScheduled ? `${sentence(what)} ${several ? "are" : "is"} booked` : `We have your request`;
  const next = isScheduled
    ? `${storeName} expects you. This is what you booked:`
    : `${storeName} will confirm ${what} and let you know. This is what you asked for:`;
  return {
    subject: `${isScheduled ? "Booked" : "Requested"}: ${what} at ${storeName}${when}`,
    content: {
      title,
      paragraphs: [firstName ? `Hello ${firstName},` : "Hello,", next],
      sections: [
        ...appointments.map((appointment) => toSection(appointment, confirmed)),
        { facts: totalOf(confirmed) },
      ],
      closing: `${storeName}, order ${orderName}`,
    },
  };
}

function toSection(appointment: ConfirmedAppointment, { currency }: Confirmed) {
  const { from, to, zone, title, where, priceMinor } = appointment;
  const facts = [
    { label: "Day", value: day(appointment) },
    { label: "Time", value: `${clock(from, zone)} to ${clock(to, zone)} (${zone.replaceAll("_", " ")})` },
    ...(appointment.with ? [{ label: "With", value: appointment.with }] : []),
    ...(where ? [{ label: "Where", value: where }] : []),
    { label: "Price", value: money(priceMinor, currency) },
  ];
  return { heading: title, facts };
}

const paymentNotes: Record<Confirmed["payment"], string> = {
  cash: "to be paid at the appointment",
  captured: "paid",
  authorized: "reserved on your card, charged later",
  nothing: "nothing to pay",
};

function totalOf({ appointments, currency, payment }: Confirmed) {
  const totalMinor = appointments.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
  return [{ label: "Total", value: `${money(totalMinor, currency)}, ${paymentNotes[payment]}` }];
}

const day = ({ from, zone }: ConfirmedAppointment) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "full" }).format(from).replace(",", "");

const clock = (at: Date, zone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "short", hourCycle: "h23" }).format(at);

const money = (minor: number, currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).format(toMajor(minor, currency));

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
