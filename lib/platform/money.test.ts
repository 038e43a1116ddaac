import fc from "fast-check";
import { expect, test } from "vitest";
import { toMajor, toMinor } from "./money";

test("an amount survives the wire in every kind of currency", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_000_000_000 }),
      fc.constantFrom("JPY", "EUR", "KWD"),
      (minor, currency) => {
        expect(toMinor(toMajor(minor, currency), currency)).toBe(minor);
      },
    ),
  );
});

test("major units are exact decimals", () => {
  expect(toMajor(1250, "EUR")).toBe(12.5);
  expect(toMajor(1250, "JPY")).toBe(1250);
  expect(toMajor(1250, "KWD")).toBe(1.25);
});
