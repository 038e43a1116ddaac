import { z } from "zod";
import { Uuid } from "@/lib/platform/ids";

/** What narrows the search for free slots. The verbs judge dates and zones, and name them. */
export const slotQuery = {
  timezone: z.string().optional(),
  locationId: Uuid.optional(),
  staffMemberId: Uuid.optional(),
  /** Seconds. */
  duration: z.coerce.number("Write seconds as a whole number.").int("Write whole seconds.").optional(),
};
