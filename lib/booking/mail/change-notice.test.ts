import { expect, test } from "vitest";
import { changeNotice, type Change } from "./change-notice";

const appointment = {
  storeName: "Odile",
  firstName: "Ada",
  email: "ada@example.com",
  currency: "EUR",
  appointmentName: "1042",
  orderName: null,
  from: new Date("2026-11-27T09:00:00Z"),
  to: new Date("2026-11-27T10:00:00Z"),
  zone: "Europe/Brussels",
  title: "Haircut",
  with: "Lotte Maes",
  where: null,
  priceMinor: null,
};
const previousFrom = new Date("2026-11-25T13:00:00Z");

test.each<[string, Change, string, string]>([
  [
    "booked by the store",
    { kind: "booked" },
    "Booked: your appointment at Odile, Friday 27 November 2026, 10:00",
    "Odile expects you. This is what is booked for you:",
  ],
  [
    "moved by its customer",
    { kind: "rescheduled", by: "customer", previousFrom },
    "Rescheduled: your appointment at Odile, Friday 27 November 2026, 10:00",
    "You have moved your appointment of Wednesday 25 November 2026, 14:00. This is where it is now:",
  ],
  [
    "moved by the store",
    { kind: "rescheduled", by: "merchant", previousFrom },
    "Rescheduled: your appointment at Odile, Friday 27 November 2026, 10:00",
    "Odile has moved your appointment of Wednesday 25 November 2026, 14:00. This is where it is now:",
  ],
  [
    "canceled by its customer",
    { kind: "canceled", by: "customer" },
    "Canceled: your appointment at Odile, Friday 27 November 2026, 10:00",
    "As you asked, this appointment is canceled:",
  ],
  [
    "canceled by the store",
    { kind: "canceled", by: "merchant" },
    "Canceled: your appointment at Odile, Friday 27 November 2026, 10:00",
    "Odile had to cancel this appointment:",
  ],
])("an appointment %s is told as such, in its location's time", (_what, change, subject, why) => {
  const notice = changeNotice(appointment, change);
  expect(notice.subject).toBe(subject);
  expect(notice.content.paragraphs).toEqual(["Hello Ada,", why]);
  expect(notice.content.closing).toBe("Odile, appointment 1042");
});

test("what was not ordered has no price", () => {
  const { sections } = changeNotice(appointment, { kind: "booked" }).content;
  expect(sections[0]?.facts.map(({ label }) => label)).toEqual(["Day", "Time", "With"]);
  const priced = changeNotice({ ...appointment, priceMinor: 4500 }, { kind: "booked" }).content;
  expect(priced.sections[0]?.facts.at(-1)).toEqual({ label: "Price", value: "€45.00" });
});
