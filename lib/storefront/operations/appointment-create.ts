import { holdSlot, HoldSlotInput } from "@/lib/booking";
import { AppointmentCreated } from "@/lib/events/contract";
import { operation } from "../operation";

export const appointmentCreate = operation({
  name: "appointment.create",
  method: "POST",
  path: "/storefront/appointments",
  summary: "Holds a slot; with `cartId`, as an item of that cart.",
  access: "optional-customer",
  body: HoldSlotInput,
  status: 201,
  response: AppointmentCreated,
  run: ({ ctx }, { body }) => holdSlot(ctx, body),
});
