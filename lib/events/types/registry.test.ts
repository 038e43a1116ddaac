import { expect, test } from "vitest";
import { eventExample, eventSchema } from "./event-schema";
import { eventTypes, operationalTypes } from "./event-type";
import { eventTypeRegistry, operationalTypeRegistry } from "./registry";

const everyType = [...eventTypes, ...operationalTypes];
const definitions = { ...eventTypeRegistry, ...operationalTypeRegistry };

test.each(everyType)("%s has an example that its schema takes whole, and sentences", (type) => {
  const { name, description, never, automates, data, example } = definitions[type];
  expect(name).toBe(type);
  expect(description).toMatch(/^Fires when [^.]*\.$/);
  expect(never).toMatch(/^[A-Z][^.]*\.$/);
  expect(automates.length).toBeGreaterThan(2);
  expect(data.parse(example)).toEqual(example);
});

test.each(everyType)(
  "the JSON Schema of %s names every part of its example, and asks for none other",
  (type) => {
    const schema = eventSchema(type);
    expect(schema.$schema).toContain("2020-12");
    expect(Object.keys(eventExample(type))).toEqual(schema.required);
    const data = schema.properties?.data;
    expect(Object.keys(definitions[type].example)).toEqual(expect.arrayContaining(data?.required ?? [""]));
  },
);
