/**
 * The published language, browser-safe: the shape of everything that events carry and the Storefront API answers. Dates are
 * ISO strings in UTC, money is in major units, and a string that is absent is "" unless its shape says null.
 */
export { AddOnListItem } from "./shapes/add-on";
export {
  Appointment,
  AppointmentBase,
  AppointmentCreated,
  AppointmentFact,
  AppointmentListItem,
} from "./shapes/appointment";
export { AppointmentDetail } from "./shapes/appointment-detail";
export { AvailabilitySlot, CurrentAvailabilitySlot } from "./shapes/availability";
export { noBilling } from "./shapes/buyer";
export { Cart, CartAppointment, CartItem, CartPayment } from "./shapes/cart";
export { CheckoutStart, CheckoutSubmit, InvalidItem, Tokens, type SlotRefusal } from "./shapes/checkout";
export { Collection, ProductCollection } from "./shapes/collection";
export { Customer } from "./shapes/customer";
export { LineItemBase, RefundLineItem } from "./shapes/line-item";
export { Location } from "./shapes/location";
export { LocationAvailability, LocationDetail } from "./shapes/location-detail";
export { OrderDetail, OrderListItem } from "./shapes/order";
export { PageMeta } from "./shapes/page";
export { Product, ProductColor } from "./shapes/product";
export { ProductDetail, ProductListItem, ProductSlug, ProductVariant } from "./shapes/product-detail";
export { Question } from "./shapes/question";
export { Refund, TransactionDetail } from "./shapes/refund";
export { Schedule, ScheduleGap } from "./shapes/schedule";
export { CustomerProvider, PaymentSetting, StorePublicSettings } from "./shapes/settings";
export { StaffMember } from "./shapes/staff-member";
export { StaffMemberDetail, StaffMemberListItem } from "./shapes/staff-member-detail";
export { PaymentProvider, TransactionBase } from "./shapes/transaction";
export { eventTypeRegistry, operationalTypeRegistry } from "./types/registry";
