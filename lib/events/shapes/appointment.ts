import { z } from "zod";
import { AddOn } from "./add-on";
import { CustomerAddress } from "./address";
import { Customer } from "./customer";
import { LineItemBase } from "./line-item";
import { Location } from "./location";
import { Product } from "./product";
import { StaffMember } from "./staff-member";

export const AppointmentBase = z.object({
  id: z.string(),
  name: z.string().describe("Its number for people, counted per store: 1001."),
  productId: z.string(),
  staffMemberId: z.string().nullable(),
  locationId: z.string().nullable(),
  storeId: z.string(),
  customerId: z.string().nullable(),
  externalOrderId: z.string().nullable(),
  externalOrderName: z.string().nullable(),
  from: z.iso.datetime().describe("When it begins, in UTC."),
  to: z.iso.datetime().describe("When it ends, in UTC."),
  displayAddress: z.string().nullable(),
  addressId: z.string().nullable(),
  addressLine1: z.string().nullable(),
  addressLine2: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  postalCode: z.string().nullable(),
  country: z.string().nullable(),
  status: z.enum(["pending", "scheduled", "completed", "canceled"]),
  internalNote: z.string().nullable().describe("The merchant's own; null to customers."),
  createdBy: z.enum(["customer", "merchant"]).describe("Who made the booking."),
  reminderSentAt: z.iso.datetime().nullable(),
  numberOfAttendees: z.number(),
  customAttributes: z.record(z.string(), z.string()).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  deliveryAddress: CustomerAddress.nullable(),
  product: Product,
  staffMember: StaffMember.nullable(),
  location: Location.nullable(),
});
export type AppointmentBase = z.infer<typeof AppointmentBase>;

export const AppointmentGuest = z.object({
  id: z.string(),
  appointmentId: z.string(),
  email: z.string(),
  createdAt: z.iso.datetime(),
});
export type AppointmentGuest = z.infer<typeof AppointmentGuest>;

export const Appointment = AppointmentBase.extend({
  addOns: z.array(
    z.object({
      id: z.string(),
      appointmentId: z.string(),
      addOnId: z.string(),
      quantity: z.number(),
      createdAt: z.iso.datetime(),
      addOn: AddOn,
    }),
  ),
  guests: z.array(AppointmentGuest),
});
export type Appointment = z.infer<typeof Appointment>;

/** While nobody is known yet, the customer is a placeholder without a name or an email. */
export const AppointmentCreated = Appointment.extend({ customer: Customer });
export type AppointmentCreated = z.infer<typeof AppointmentCreated>;

export const AppointmentListItem = AppointmentBase.extend({
  customer: Customer,
  orderLineItem: LineItemBase.nullable(),
});
export type AppointmentListItem = z.infer<typeof AppointmentListItem>;

/** An appointment as events tell of it: everything but its order's own tree. */
export const AppointmentFact = AppointmentCreated.extend({
  orderLineItem: LineItemBase.nullable(),
  orderId: z.string().nullable(),
  orderName: z.string().nullable(),
});
export type AppointmentFact = z.infer<typeof AppointmentFact>;
