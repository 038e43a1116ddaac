import type { MailContent } from "@/lib/mail";
import { formatMoney } from "@/lib/platform/format-money";
import { appointmentSection, greeting, whenOf } from "./appointment-section";

export type ConfirmedAppointment = Omit<Parameters<typeof appointmentSection>[0], "currency">;

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
  const { storeName, firstName, orderName, appointments, isScheduled, currency } = confirmed;
  const [first] = appointments;
  const several = appointments.length > 1;
  const what = several ? `your ${appointments.length} appointments` : "your appointment";
  const when = first && !several ? `, ${whenOf(first)}` : "";
  const title = isScheduled ? `${sentence(what)} ${several ? "are" : "is"} booked` : `We have your request`;
  const next = isScheduled
    ? `${storeName} expects you. This is what you booked:`
    : `${storeName} will confirm ${what} and let you know. This is what you asked for:`;
  return {
    subject: `${isScheduled ? "Booked" : "Requested"}: ${what} at ${storeName}${when}`,
    content: {
      title,
      paragraphs: [greeting(firstName), next],
      sections: [
        ...appointments.map((appointment) => appointmentSection({ ...appointment, currency })),
        { facts: totalOf(confirmed) },
      ],
      closing: `${storeName}, order ${orderName}`,
    },
  };
}

const paymentNotes: Record<Confirmed["payment"], string> = {
  cash: "to be paid at the appointment",
  captured: "paid",
  authorized: "reserved on your card, charged later",
  nothing: "nothing to pay",
};

function totalOf({ appointments, currency, payment }: Confirmed) {
  const totalMinor = appointments.reduce((sum, { priceMinor }) => sum + (priceMinor ?? 0), 0);
  return [{ label: "Total", value: `${formatMoney(totalMinor, currency)}, ${paymentNotes[payment]}` }];
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
