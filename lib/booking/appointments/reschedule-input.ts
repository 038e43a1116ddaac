import { z } from "zod";
import { SlotInput } from "../holds/hold-slot-input";

/** Where a booking is to go. Its product stays: clients name it all the same. */
export const RescheduleInput = z.object({
  slot: SlotInput.partial({ productId: true, locationId: true, staffMemberId: true }),
  notifyCustomer: z
    .boolean()
    .nullish()
    .transform((notify) => notify ?? true),
});
export type RescheduleInput = z.input<typeof RescheduleInput>;

export const CancelInput = RescheduleInput.pick({ notifyCustomer: true });
