import type { SchemaNode } from "@/lib/events";

export type Described = {
  /** "text or null", "list of objects", "one of pending, scheduled". */
  word: string;
  /** What it holds, by name; empty for what holds nothing. */
  fields: [name: string, node: SchemaNode][];
};

const words: Record<string, string> = {
  string: "text",
  number: "number",
  integer: "whole number",
  boolean: "true or false",
  object: "object",
  null: "null",
};
const formats: Record<string, string> = { "date-time": "date and time" };

/** What a reader wants to know of one part of a schema. */
export function describeSchema(node: SchemaNode): Described {
  const kinds = node.anyOf ?? kindsOf(node);
  const real = kinds.filter(({ type }) => type !== "null");
  const described = real.map(describeOne);
  const word = [...new Set(described.map((one) => one.word))].join(" or ");
  const isNullable = real.length < kinds.length;
  return {
    word: word ? (isNullable ? `${word}, or null` : word) : "null",
    fields: described.flatMap(({ fields }) => fields),
  };
}

/** A type may be a list of types. */
const kindsOf = (node: SchemaNode): SchemaNode[] =>
  Array.isArray(node.type) ? node.type.map((type) => ({ ...node, type })) : [node];

function describeOne(node: SchemaNode): Described {
  if (node.const !== undefined) return { word: JSON.stringify(node.const), fields: [] };
  if (node.enum) return { word: oneOf(node.enum), fields: [] };
  if (node.items) {
    const { word, fields } = describeSchema(node.items);
    return { word: `list of ${word === "object" ? "objects" : word}`, fields };
  }
  const word = formats[node.format ?? ""] ?? words[node.type ?? ""] ?? "anything";
  return { word, fields: Object.entries(node.properties ?? {}) };
}

const shownMax = 6;

function oneOf(values: unknown[]): string {
  const shown = values.slice(0, shownMax).map(String).join(", ");
  const rest = values.length - shownMax;
  return `one of ${shown}${rest > 0 ? ` and ${rest} more` : ""}`;
}
