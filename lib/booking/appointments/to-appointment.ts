import { AppointmentBase } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";
import type { Booked } from "./load-booked";

/** As customers see it. */
export function toAppointment<B extends Booked>(
  row: Prisma.AppointmentModel,
  booked: B,
): AppointmentBase & B {
  return {
    id: row.id,
    name: row.name,
    productId: row.productId,
    staffMemberId: row.staffMemberId,
    locationId: row.locationId,
    storeId: row.storeId,
    customerId: row.customerId,
    externalOrderId: null,
    externalOrderName: null,
    from: row.from.toISOString(),
    to: row.to.toISOString(),
    displayAddress: booked.location?.displayAddress ?? null,
    addressId: null,
    addressLine1: null,
    addressLine2: null,
    city: null,
    state: null,
    postalCode: null,
    country: null,
    status: AppointmentBase.shape.status.parse(row.status),
    internalNote: null,
    createdBy: AppointmentBase.shape.createdBy.parse(row.createdBy),
    reminderSentAt: null,
    numberOfAttendees: row.numberOfAttendees,
    customAttributes: AppointmentBase.shape.customAttributes.parse(row.customAttributes),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: null,
    deliveryAddress: null,
    ...booked,
  };
}
