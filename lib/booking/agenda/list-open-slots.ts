import type { Ctx } from "@/lib/identity";
import { listSlots } from "../availability/list-slots";
import type { SlotQuery } from "../availability/slot-query";
import type { OpenSlot } from "./shapes";

/** The slots of one local day that have room, in order. Throws as `listSlots` does. */
export async function listOpenSlots(ctx: Ctx, query: SlotQuery): Promise<OpenSlot[]> {
  const slots = await listSlots(ctx, query);
  return slots
    .filter(({ attendees, maxAttendees }) => attendees < maxAttendees)
    .map((slot) => ({
      from: `${slot.fromDate}T${slot.fromTime}.000Z`,
      to: `${slot.toDate}T${slot.toTime}.000Z`,
      staffMemberIds: slot.staffMemberIds ?? [],
      locationIds: slot.locationIds ?? [],
    }));
}
