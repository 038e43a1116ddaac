import { z } from "zod";

/** UTC, split into date and time of day. */
const slotTimes = {
  productId: z.string(),
  fromDate: z.iso.date(),
  fromTime: z.iso.time({ precision: 0 }),
  toDate: z.iso.date(),
  toTime: z.iso.time({ precision: 0 }),
};

/** One row for each from and to, with everybody and every place that is free then. */
export const CurrentAvailabilitySlot = z.object({
  ...slotTimes,
  staffMemberIds: z.array(z.string()).nullable(),
  locationIds: z.array(z.string()).nullable(),
  attendees: z.number(),
  maxAttendees: z.number(),
});
export type CurrentAvailabilitySlot = z.infer<typeof CurrentAvailabilitySlot>;

export const AvailabilitySlot = z.object({
  ...slotTimes,
  locationId: z.string().nullable(),
  staffMemberId: z.string().nullable(),
});
export type AvailabilitySlot = z.infer<typeof AvailabilitySlot>;
