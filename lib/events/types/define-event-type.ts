import type { z } from "zod";
import type { EventType, OperationalType } from "./event-type";

export type EventTypeDefinition<Data extends z.ZodType<object> = z.ZodType<object>> = {
  name: EventType | OperationalType;
  group: "Appointments" | "Orders" | "Operational";
  /** One sentence for merchants and integrators: when it fires. */
  description: string;
  /** One sentence: what looks like it and does not fire it. */
  never: string;
  /** What merchants automate with it, each as they would say it. */
  automates: string[];
  /** The event's `data`. */
  data: Data;
  /** As it could have happened at a salon. */
  example: z.output<Data>;
};

export const defineEventType = <Data extends z.ZodType<object>>(definition: EventTypeDefinition<Data>) =>
  definition;
