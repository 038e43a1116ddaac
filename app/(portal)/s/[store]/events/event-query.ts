import { z } from "zod";
import { eventTypes } from "@/lib/events";
import { typeId } from "@/lib/platform/ids";
import { isStorable } from "@/lib/platform/storable";

/** What the list's URL says. Anything that is no filter is as if it were not there. */
const EventQuery = z.object({
  type: z.enum(eventTypes).optional().catch(undefined),
  /** The number of an appointment or an order. */
  subject: z.string().trim().min(1).max(40).refine(isStorable).optional().catch(undefined),
  before: typeId("evt").optional().catch(undefined),
  after: typeId("evt").optional().catch(undefined),
});
export type EventQuery = z.infer<typeof EventQuery>;

export const readEventQuery = (query: Record<string, unknown>): EventQuery => EventQuery.parse(query);
