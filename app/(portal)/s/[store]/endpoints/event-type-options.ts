import { eventTypes, operationalTypes } from "@/lib/events";
import { eventTypeRegistry, operationalTypeRegistry } from "@/lib/events/contract";
import type { EventTypeOption } from "./event-type-picker";

/** The event types to choose from, each with when it fires. */
export const eventTypeOptions: EventTypeOption[] = eventTypes.map((name) => ({
  name,
  description: eventTypeRegistry[name].description,
}));

export const operationalTypeOptions: EventTypeOption[] = operationalTypes.map((name) => ({
  name,
  description: operationalTypeRegistry[name].description,
}));
