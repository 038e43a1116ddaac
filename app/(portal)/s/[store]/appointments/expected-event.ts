import type { AgendaItem } from "@/lib/booking/contract";

type Booked = Pick<AgendaItem, "product" | "staffMember" | "location">;

/** What an event about these appointments is narrowed by. */
export function narrowedBy(booked: Booked[]) {
  return {
    productIds: booked.map(({ product }) => product.id),
    staffMemberIds: booked.flatMap(({ staffMember }) => staffMember?.id ?? []),
    locationIds: booked.flatMap(({ location }) => location?.id ?? []),
  };
}
