import type { Location, Product, StaffMember } from "@opencals/storefront-sdk";
import { toPicture, toSalon } from "./to-service";
import type { Kept } from "./types";

type Appointment = {
  id: string;
  productId: string;
  from: string;
  to: string;
  staffMemberId: string | null;
  locationId: string | null;
  numberOfAttendees: number;
  product?: Product | null;
  staffMember?: StaffMember | null;
  location?: Location | null;
};

/** As baskets and orders tell of it; in an old order the service may be gone. */
export function toKept({ product, staffMember, location, ...appointment }: Appointment): Omit<Kept, "price"> {
  const salon = location && toSalon(location);
  return {
    id: appointment.id,
    variantId: appointment.productId,
    slug: product?.slug ?? "",
    picture: toPicture(product?.title ?? ""),
    title: product ? titleOf(product) : "Appointment",
    from: appointment.from,
    to: appointment.to,
    personId: appointment.staffMemberId,
    person: staffMember?.firstName ?? null,
    salonId: appointment.locationId,
    salon: salon ? (salon.isOnline ? salon.name : salon.address || salon.name) : "",
    places: appointment.numberOfAttendees,
  };
}

const titleOf = ({ title, variantTitle }: Product): string =>
  variantTitle ? `${title}, ${variantTitle.toLowerCase()}` : title;
