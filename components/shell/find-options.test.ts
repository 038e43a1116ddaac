import { expect, test } from "vitest";
import { foundOption, isWholeId, placeOptions } from "./find-options";

const view = { zone: "UTC", now: "2026-11-24T14:00:00.000Z" };
const dlv = `dlv_${"0".repeat(26)}`;

test("an id is whole with its prefix and all of its letters", () => {
  expect(isWholeId(` ${dlv} `)).toBe(true);
  for (const q of [dlv.slice(0, -1), `x${dlv}`, "1042", ""]) expect(isWholeId(q)).toBe(false);
});

test("a line says what it is, how it is, and where it leads", () => {
  const delivery = {
    kind: "delivery" as const,
    id: dlv,
    eventType: "appointment.canceled",
    subjectName: "2309",
    endpointName: "Client app",
    status: "failed" as const,
    dueAt: "2026-11-24T14:32:00.000Z",
  };
  expect(foundOption(delivery, "/s/odile", view)).toEqual({
    href: `/s/odile/deliveries/${dlv}`,
    kind: "Delivery",
    title: "appointment.canceled of 2309 to Client app",
    detail: "Failed, retries 14:32",
    glyph: "failed",
  });
  const order = { kind: "order" as const, id: "1", name: "1042", customerName: "Ada Maes" };
  expect(foundOption(order, "/s/odile", view)).toMatchObject({
    href: "/s/odile/orders/1",
    title: "Order 1042",
    detail: "Ada Maes",
  });
  const appointment = {
    ...{ kind: "appointment" as const, id: "2", name: "1043", customerName: "Ada Maes", product: "Gloss" },
    ...{ from: "2026-11-26T09:30:00.000Z", to: "2026-11-26T10:15:00.000Z", zone: "Europe/Brussels" },
  };
  expect(foundOption(appointment, "/s/odile", view)).toMatchObject({
    href: "/s/odile/appointments/2",
    title: "Appointment 1043",
    detail: "Ada Maes, Gloss, Thu 26 Nov, 10:30 to 11:15",
  });
});

test("pages are found by any word of their name, actions only by who may act", () => {
  const titles = (q: string, mayChange = true) =>
    placeOptions(q, "/s/odile", mayChange).map(({ title }) => title);
  expect(titles("fail del")).toEqual(["Deliveries, failed"]);
  expect(titles("add")).toEqual(["Add endpoint"]);
  expect(titles("add", false)).toEqual([]);
  expect(titles("1042")).toEqual([]);
});
