import { z } from "zod";
import { Uuid } from "@/lib/platform/ids";

/** What narrows every search for free time. */
export const freeTimeQuery = {
  locationId: Uuid.optional(),
  staffMemberId: Uuid.optional(),
  /** A booking that is to be moved: its own time counts as free. */
  excludeAppointmentId: Uuid.optional(),
};

/** What narrows the search for free slots. The verbs judge dates and zones, and name them. */
export const slotQuery = {
  ...freeTimeQuery,
  timezone: z.string().optional(),
  /** Seconds. */
  duration: z.coerce.number("Write seconds as a whole number.").int("Write whole seconds.").optional(),
};
