import { expect, test } from "vitest";
import { confirmationOf, type Confirmed } from "./confirmation";

const haircut = {
  from: new Date("2026-11-27T09:00:00Z"),
  to: new Date("2026-11-27T10:00:00Z"),
  zone: "Europe/Brussels",
  title: "Haircut",
  with: "Lotte Maes",
  where: "Main street, Dansaertstraat 12, 1000 Brussels",
  priceMinor: 4500,
};
const order: Confirmed = {
  storeName: "Odile",
  firstName: "Ada",
  orderName: "1042",
  currency: "EUR",
  appointments: [haircut],
  isScheduled: true,
  payment: "cash",
};

test("a booking is told in its location's time, in the store's name, with what it costs", () => {
  const { subject, content } = confirmationOf(order);
  expect(subject).toBe("Booked: your appointment at Odile, Friday 27 November 2026, 10:00");
  expect(content).toEqual({
    title: "Your appointment is booked",
    paragraphs: ["Hello Ada,", "Odile expects you. This is what you booked:"],
    sections: [
      {
        heading: "Haircut",
        facts: [
          { label: "Day", value: "Friday 27 November 2026" },
          { label: "Time", value: "10:00 to 11:00 (Europe/Brussels)" },
          { label: "With", value: "Lotte Maes" },
          { label: "Where", value: "Main street, Dansaertstraat 12, 1000 Brussels" },
          { label: "Price", value: "€45.00" },
        ],
      },
      { facts: [{ label: "Total", value: "€45.00, to be paid at the appointment" }] },
    ],
    closing: "Odile, order 1042",
  });
});

test("several appointments are told together, each in its own zone", () => {
  const call = { ...haircut, zone: "America/New_York", with: null, where: null, priceMinor: 0 };
  const { subject, content } = confirmationOf({
    ...order,
    appointments: [haircut, call],
    payment: "captured",
  });
  expect(subject).toBe("Booked: your 2 appointments at Odile");
  expect(content.title).toBe("Your 2 appointments are booked");
  expect(content.sections[1]?.facts.map(({ value }) => value)).toEqual([
    "Friday 27 November 2026",
    "04:00 to 05:00 (America/New York)",
    "€0.00",
  ]);
  expect(content.sections.at(-1)?.facts[0]?.value).toBe("€45.00, paid");
});

test("what waits for the store's confirmation is called a request", () => {
  const { subject, content } = confirmationOf({ ...order, firstName: null, isScheduled: false });
  expect(subject).toMatch(/^Requested: your appointment at Odile/);
  expect(content.paragraphs).toEqual([
    "Hello,",
    "Odile will confirm your appointment and let you know. This is what you asked for:",
  ]);
});
