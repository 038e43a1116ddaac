import type { SlotRefusal } from "@/lib/events/contract";

/** Why a slot cannot be had, in words for the customer. Clients look for "not available". */
export const refusalMessages: Record<SlotRefusal, string> = {
  slot_taken: "This time is not available any more: somebody else was faster. Choose another time.",
  slot_in_past: "This time is not available: it has passed. Choose a later time.",
  outside_availability: "This time is not available: nobody can be booked then. Choose another time.",
  capacity_exceeded: "This class is not available for so many: too few places are left.",
  product_inactive: "This product is not available at the moment.",
  staff_unavailable: "This staff member is not available for the product. Choose somebody else.",
  location_unavailable: "This location is not available for the product. Choose another one.",
};

/** The part of the slot that is to be chosen anew. */
export const refusedProperties: Record<SlotRefusal, string> = {
  slot_taken: "slot.fromTime",
  slot_in_past: "slot.fromDate",
  outside_availability: "slot.fromTime",
  capacity_exceeded: "numberOfAttendees",
  product_inactive: "slot.productId",
  staff_unavailable: "slot.staffMemberId",
  location_unavailable: "slot.locationId",
};
