/**
 * What a store offers: products and their variants, staff members, locations, collections and the schedules that bound
 * them. Promises: what it answers has the published shapes, private fields are empty, and a page costs a fixed number of
 * queries whatever it holds.
 */
export { toLocation } from "./to-location";
export { toProduct } from "./to-product";
export { toSchedule } from "./to-schedule";
export { toStaffMember } from "./to-staff-member";
