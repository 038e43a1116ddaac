import type { z } from "zod";
import type { EventType } from "./event-type";

export type EventTypeDefinition<Data extends z.ZodType<object> = z.ZodType<object>> = {
  name: EventType;
  /** One sentence for merchants and integrators: when it fires. */
  description: string;
  /** The event's `data`. */
  data: Data;
  /** As it could have happened at a salon. */
  example: z.output<Data>;
};

export const defineEventType = <Data extends z.ZodType<object>>(definition: EventTypeDefinition<Data>) =>
  definition;
