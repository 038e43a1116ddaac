import { expect, test } from "vitest";
import { aboutText } from "./about-text";

const nothing = { customerName: null, productTitle: null, staffMemberName: null, amount: null };

test("an appointment is told by its service, its customer and who does it", () => {
  const about = { ...nothing, customerName: "Mara Vos", productTitle: "Balayage" };
  expect(aboutText(about)).toBe("Balayage, Mara Vos");
  expect(aboutText({ ...about, staffMemberName: "Jules" })).toBe("Balayage, Mara Vos with Jules");
});

test("an order is told by its amount, a refund by its part of it", () => {
  const amount = { total: 24, of: null, currency: "EUR" };
  expect(aboutText({ ...nothing, customerName: "Elise Maes", amount })).toBe("€24.00, Elise Maes");
  expect(aboutText({ ...nothing, amount: { ...amount, of: 110 } })).toBe("€24.00 of €110.00");
});

test("what nothing is known of is not made up", () => {
  expect(aboutText(null)).toBeUndefined();
  expect(aboutText(nothing)).toBeUndefined();
});
