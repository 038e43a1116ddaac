import { eventTypeRegistry } from "@/lib/events/contract";

/** What an appointment's event carries, as JSON: some 3 KB. */
export const exampleData = JSON.stringify(eventTypeRegistry["appointment.created"].example);
