import { z } from "zod";
import { Location } from "./location";
import { Product } from "./product";
import { Schedule } from "./schedule";
import { StaffMember } from "./staff-member";

export const StaffMemberListItem = StaffMember.extend({
  schedule: Schedule.nullable(),
  products: z.array(Product),
  locations: z.array(Location),
});
export type StaffMemberListItem = z.infer<typeof StaffMemberListItem>;

export const StaffMemberDetail = StaffMemberListItem.extend({
  /** The person's own account is private. */
  user: z.null(),
});
export type StaffMemberDetail = z.infer<typeof StaffMemberDetail>;
