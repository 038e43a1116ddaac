import { z } from "zod";
import { isDay } from "@/components/booking/calendar-day";
import { listOpenSlots } from "@/lib/booking";
import type { OpenSlot } from "@/lib/booking/contract";
import type { Ctx } from "@/lib/identity";
import { DomainError } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";

/** Which slots the URL of a form asks for. Anything that is no choice is as if it were not there. */
const SlotQuery = z.object({
  product: Uuid.optional().catch(undefined),
  staff: Uuid.optional().catch(undefined),
  location: Uuid.optional().catch(undefined),
  date: z.string().refine(isDay).optional().catch(undefined),
});

export const readSlotQuery = (query: Record<string, unknown>) => SlotQuery.parse(query);

type Asked = Parameters<typeof listOpenSlots>[1];

/** The free slots, or why there are none on such a day. */
export async function findSlots(ctx: Ctx, asked: Asked): Promise<{ slots: OpenSlot[]; refused?: string }> {
  try {
    return { slots: await listOpenSlots(ctx, asked) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { slots: [], refused: error.message };
  }
}
