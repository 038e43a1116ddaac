import { expect, test } from "vitest";
import { z } from "zod";
import { DomainError } from "@/lib/platform/errors";
import { parseInput } from "./parse-input";
import { parseParams } from "./parse-params";

const Body = z.object({
  slot: z.object({ fromDate: z.iso.date("Write YYYY-MM-DD.") }),
  addOns: z.array(z.object({ quantity: z.number("Write a number.") })).optional(),
});

function refusal(run: () => unknown): DomainError {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error("It was not refused.");
}

test("every wrong property is named as the caller wrote it", () => {
  const { code, message, fields } = refusal(() =>
    parseInput(Body, { slot: { fromDate: "soon" }, addOns: [{ quantity: "2" }] }),
  );
  expect(code).toBe("invalid");
  expect(message).toBe("slot.fromDate: Write YYYY-MM-DD. (and 1 more)");
  expect(fields.map(({ property }) => property)).toEqual(["slot.fromDate", "addOns.0.quantity"]);
});

test("a missing property is said to be required", () => {
  expect(refusal(() => parseInput(Body, {})).fields).toEqual([
    { property: "slot", messages: ["This is required."] },
  ]);
});

test("an id in the path that has no form of an id is not found", () => {
  const { code, fields } = refusal(() =>
    parseParams(z.object({ productId: z.guid() }), { productId: "prod_1" }),
  );
  expect(code).toBe("not-found");
  expect(fields[0]?.property).toBe("productId");
});

test("what a schema has no words of its own for is told in ours, and says what to write", () => {
  const Plain = z.object({
    note: z.string().max(3),
    attendees: z.int().min(1),
    whole: z.int(),
    kind: z.enum(["cash", "card"]),
    tags: z.array(z.string()).max(1),
    isOn: z.boolean(),
    at: z.object({}),
  });
  const { fields } = refusal(() =>
    parseInput(Plain, {
      note: "long",
      attendees: 0,
      whole: 1.5,
      kind: "gold",
      tags: ["a", "b"],
      isOn: 1,
      at: 7,
    }),
  );
  expect(fields.map(({ messages: [message] }) => message)).toEqual([
    "At most 3 characters.",
    "At least 1.",
    "Write a whole number.",
    "Write one of: cash, card.",
    "At most 1.",
    "Write true or false.",
    "Write an object.",
  ]);
});
