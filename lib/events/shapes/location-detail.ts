import { z } from "zod";
import { Location } from "./location";
import { Product } from "./product";
import { Schedule } from "./schedule";
import { StaffMember } from "./staff-member";

/** Opening hours in the schedule's zone: of a weekday, or of a span of dates. */
export const LocationAvailability = z.object({
  id: z.string(),
  locationId: z.string(),
  fromDate: z.iso.date().nullable(),
  fromTime: z.string(),
  toDate: z.iso.date().nullable(),
  toTime: z.string(),
  /** 1 Monday … 7 Sunday. */
  day: z.number().nullable(),
  status: z.enum(["available", "unavailable"]),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
});
export type LocationAvailability = z.infer<typeof LocationAvailability>;

export const LocationDetail = Location.extend({
  products: z.array(Product),
  staffMembers: z.array(StaffMember),
  schedule: Schedule.nullable(),
  availabilities: z.array(LocationAvailability),
});
export type LocationDetail = z.infer<typeof LocationDetail>;
