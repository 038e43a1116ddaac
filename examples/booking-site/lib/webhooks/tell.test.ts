import { expect, it } from "vitest";
import { tell } from "./tell";

const appointment = {
  from: "2026-11-24T09:00:00.000Z",
  product: { title: "Cut" },
  customer: { firstName: "Ada", lastName: "Lovelace" },
};

it("tells of an appointment what, whose and when", () => {
  const body = { type: "appointment.created", sequence: 7, data: { appointment } };
  expect(tell(JSON.stringify(body))).toEqual({
    type: "appointment.created",
    sequence: 7,
    about: "Cut, Ada Lovelace",
    at: appointment.from,
  });
});

it("tells of an order its number", () => {
  const body = { type: "order.paid", sequence: 8, data: { order: { name: "#1001" } } };
  expect(tell(JSON.stringify(body))).toMatchObject({ type: "order.paid", about: "Order #1001" });
});

it("knows an event without a sequence: an example sent by hand, or one about the endpoint", () => {
  const byHand = { type: "appointment.created", sequence: null, data: { appointment } };
  expect(tell(JSON.stringify(byHand))).toMatchObject({ type: "appointment.created", sequence: null });
  const failing = { type: "endpoint.failing", sequence: null, data: { endpoint: { id: "a" } } };
  expect(tell(JSON.stringify(failing))).toMatchObject({ type: "endpoint.failing", about: "" });
});

it("does not know a body that is no event", () => {
  expect(tell("no JSON")).toBeUndefined();
  expect(tell("{}")).toBeUndefined();
});
