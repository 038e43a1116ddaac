import { expect, test } from "vitest";
import { eventExample, eventSchema } from "./event-schema";
import { eventTypes } from "./event-type";
import { eventTypeRegistry } from "./registry";

test.each(eventTypes)("%s has an example that its schema takes whole, and sentences", (type) => {
  const { name, description, never, automates, data, example } = eventTypeRegistry[type];
  expect(name).toBe(type);
  expect(description).toMatch(/^Fires when [^.]*\.$/);
  expect(never).toMatch(/^[A-Z][^.]*\.$/);
  expect(automates.length).toBeGreaterThan(2);
  expect(data.parse(example)).toEqual(example);
});

test.each(eventTypes)(
  "the JSON Schema of %s names every part of its example, and asks for none other",
  (type) => {
    const schema = eventSchema(type);
    expect(schema.$schema).toContain("2020-12");
    expect(Object.keys(eventExample(type))).toEqual(schema.required);
    const data = schema.properties?.data;
    expect(Object.keys(eventTypeRegistry[type].example)).toEqual(
      expect.arrayContaining(data?.required ?? [""]),
    );
  },
);
