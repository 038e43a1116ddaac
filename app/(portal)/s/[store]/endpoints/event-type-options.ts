import { eventTypes } from "@/lib/events";
import { eventTypeRegistry } from "@/lib/events/contract";
import type { EventTypeOption } from "./event-type-picker";

/** The event types to choose from, each with when it fires. */
export const eventTypeOptions: EventTypeOption[] = eventTypes.map((name) => ({
  name,
  description: eventTypeRegistry[name].description,
}));
