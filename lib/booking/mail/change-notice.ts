import type { MailContent } from "@/lib/mail";
import type { ChangedBy } from "../appointments/status";
import { appointmentSection, greeting, whenOf } from "./appointment-section";
import type { ToldAppointment } from "./told-appointment";

export type Change =
  | { kind: "booked" }
  | { kind: "rescheduled"; by: ChangedBy; previousFrom: Date }
  | { kind: "canceled"; by: ChangedBy };

/** What a customer is told about one booking that the store made or confirmed, that was moved or called off. */
export function changeNotice(
  appointment: ToldAppointment,
  change: Change,
): { subject: string; content: MailContent } {
  const { storeName, appointmentName } = appointment;
  const { word, title, why } = sayings(appointment, change);
  return {
    subject: `${word}: your appointment at ${storeName}, ${whenOf(appointment)}`,
    content: {
      title,
      paragraphs: [greeting(appointment.firstName), why],
      sections: [appointmentSection(appointment)],
      closing: `${storeName}, appointment ${appointmentName}`,
    },
  };
}

function sayings({ storeName, zone }: ToldAppointment, change: Change) {
  if (change.kind === "booked")
    return {
      word: "Booked",
      title: "Your appointment is booked",
      why: `${storeName} expects you. This is what is booked for you:`,
    };
  const isOwn = change.by === "customer";
  if (change.kind === "canceled")
    return {
      word: "Canceled",
      title: "Your appointment is canceled",
      why: isOwn
        ? "As you asked, this appointment is canceled:"
        : `${storeName} had to cancel this appointment:`,
    };
  const before = whenOf({ from: change.previousFrom, zone });
  return {
    word: "Rescheduled",
    title: "Your appointment has moved",
    why: isOwn
      ? `You have moved your appointment of ${before}. This is where it is now:`
      : `${storeName} has moved your appointment of ${before}. This is where it is now:`,
  };
}
