/**
 * What a store offers: products and their variants, staff members, locations, collections and the schedules that bound
 * them. Promises: what it answers has the published shapes, private fields are empty, and a page costs a fixed number of
 * queries whatever it holds.
 */
export { getCollectionBySlug } from "./get-collection-by-slug";
export { getLocation } from "./get-location";
export { getProduct } from "./get-product";
export { getProductBySlug } from "./get-product-by-slug";
export { getStaffMemberBySlug } from "./get-staff-member-by-slug";
export { collectionOrders, listCollections } from "./list-collections";
export { listLocations, locationOrders } from "./list-locations";
export { listProducts } from "./list-products";
export { listStaffMembers } from "./list-staff-members";
export type { Page, PageInput } from "./page";
export { toLocation } from "./to-location";
export { toProduct } from "./to-product";
export { toSchedule } from "./to-schedule";
export { toStaffMember } from "./to-staff-member";
