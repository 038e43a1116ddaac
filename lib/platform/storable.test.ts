import { expect, test } from "vitest";
import { requireStorable } from "./storable";

test("a NUL or half a surrogate pair is refused by the name of its property", () => {
  const refusal = (property: string) =>
    expect.objectContaining({ code: "invalid", fields: [{ property, messages: [expect.any(String)] }] });
  expect(() => requireStorable({ customer: { email: "a\0b" } })).toThrow(refusal("customer.email"));
  expect(() => requireStorable({ addOns: ["fine", "\uD800"] })).toThrow(refusal("addOns.1"));
  expect(() => requireStorable({ "ke\0y": 1 })).toThrow(refusal("body"));
});

test("emoji and every other pair of surrogates pass", () => {
  expect(() => requireStorable({ firstName: "Zoë 💇" })).not.toThrow();
});

test("a nesting that would exhaust the stack is refused", () => {
  expect(() => requireStorable(JSON.parse("[".repeat(100_000) + "]".repeat(100_000)))).toThrow(
    "nested too deeply",
  );
});
