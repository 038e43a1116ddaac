import { z } from "zod";
import { envelope } from "./envelope";
import type { EventType, OperationalType } from "./event-type";
import { eventTypeRegistry, operationalTypeRegistry } from "./registry";

/** A node of JSON Schema, as far as published shapes need it. */
export type SchemaNode = {
  type?: string;
  description?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: SchemaNode[];
  items?: SchemaNode;
  properties?: Record<string, SchemaNode>;
  required?: string[];
  additionalProperties?: unknown;
};

const definitions = { ...eventTypeRegistry, ...operationalTypeRegistry };
const hasSequence = (type: string) => Object.hasOwn(eventTypeRegistry, type);

/** The JSON Schema (2020-12) of a whole event of this type, as it is sent. */
export function eventSchema(type: EventType | OperationalType): SchemaNode & { $schema?: string } {
  const { data, description } = definitions[type];
  const { id, ...rest } = envelope;
  const event = z.object({ id, type: z.literal(type), ...rest, data }).meta({ title: type, description });
  return z.toJSONSchema(event, { io: "input", reused: "inline" }) as SchemaNode;
}

/** A realistic event of this type, as it would be sent. */
export function eventExample(type: EventType | OperationalType): object {
  const { example } = definitions[type];
  return {
    id: "evt_01m86m7qrkfbfs6xvs5xd1y3a6",
    type,
    timestamp: "2026-11-25T08:12:00.000Z",
    apiVersion: "1",
    storeId: "01a20d58-f78d-7d43-863e-1177e00fd4a8",
    sequence: hasSequence(type) ? 1042 : null,
    data: example,
  };
}
