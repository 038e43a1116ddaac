import type { SlotRefusal } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import type { Tx } from "@/lib/platform/db";
import { resolveSlot, type WantedSlot } from "../availability/resolve-slot";
import { lockResources } from "./lock-resources";
import { occupy } from "./occupy";

type Taken = {
  ok: true;
  occupancyId: string;
  staffMemberId: string | null;
  locationId: string | null;
};

/** The time that a booking on the move gives up for the slot, once that is locked too. */
type Leaving = { resources: string[]; leave: () => Promise<void> };

/** A losing attempt can find somebody else who is free; with this many losses in a row nobody is. */
const attemptsMax = 20;

/**
 * Takes the slot's time, or says why it cannot be had. Where no staff member was chosen, losing one to somebody faster
 * goes on with the next who is free.
 */
export async function takeSlot(
  tx: Tx,
  ctx: Ctx,
  slot: WantedSlot,
  leaving: Leaving = { resources: [], leave: async () => {} },
): Promise<Taken | { ok: false; reason: SlotRefusal }> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const found = await resolveSlot(tx, ctx, slot);
    if (!found.ok) return found;
    await lockResources(tx, [found.resource, ...leaving.resources]);
    await leaving.leave();
    const locationId = found.location?.id ?? null;
    const occupancyId = await occupy(
      tx,
      {
        storeId: ctx.storeId,
        resource: found.resource,
        productId: slot.productId,
        locationId,
        from: slot.from,
        to: slot.to,
        occupiedFrom: found.during.from,
        occupiedTo: found.during.to,
        capacity: found.capacity,
      },
      slot.seats,
    );
    if (occupancyId)
      return { ok: true, occupancyId, staffMemberId: found.staffMember?.id ?? null, locationId };
  }
  return { ok: false, reason: "slot_taken" };
}
