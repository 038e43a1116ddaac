import { expect, test } from "vitest";
import { eventTypes } from "./event-type";
import { eventTypeRegistry } from "./registry";

test.each(eventTypes)("%s has an example that its schema takes whole, and one sentence", (type) => {
  const { name, description, data, example } = eventTypeRegistry[type];
  expect(name).toBe(type);
  expect(description).toMatch(/^[A-Z][^.]*\.$/);
  expect(data.parse(example)).toEqual(example);
});
