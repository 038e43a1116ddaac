import "server-only";
import { ProductService, type CurrentAvailabilitySlot } from "@opencals/storefront-sdk";
import { ask } from "./client";
import type { FreeSpan, Slot } from "./types";

type Asked = { variantId: string; salonId: string };

/** The times of one local day of `zone`, as they are now. One request, for everybody who works there. */
export async function readDay({
  variantId,
  salonId,
  day,
  zone,
}: Asked & { day: string; zone: string }): Promise<Slot[]> {
  const { data } = await ask("live", (options) =>
    ProductService.getCurrentAvailabilities({
      ...options,
      path: { productId: variantId },
      query: { date: day, locationId: salonId, timezone: zone },
    }),
  );
  return data.map((slot) => ({
    ...toSpan(slot),
    salonIds: slot.locationIds ?? [],
    placesLeft: slot.maxAttendees - slot.attendees,
  }));
}

/** When anybody is free at all, from now to as far ahead as the store can be booked. */
export async function readFreeSpans({ variantId, salonId }: Asked): Promise<FreeSpan[]> {
  const { data } = await ask("live", (options) =>
    ProductService.getCurrentAvailabilitiesMerged({
      ...options,
      path: { productId: variantId },
      query: { locationId: salonId },
    }),
  );
  return data.map(toSpan);
}

const toSpan = (slot: CurrentAvailabilitySlot): FreeSpan => ({
  from: `${slot.fromDate}T${slot.fromTime}Z`,
  to: `${slot.toDate}T${slot.toTime}Z`,
  personIds: slot.staffMemberIds ?? [],
});
