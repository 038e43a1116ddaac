import { z } from "zod";
import { cancelAppointment, CancelInput } from "@/lib/booking";
import { Appointment } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";

export const appointmentCancel = operation({
  name: "appointment.cancel",
  method: "PUT",
  path: "/storefront/appointments/{appointmentId}/cancel",
  summary:
    "Cancels one of the signed-in customer's own bookings and frees its time; refunds nothing by itself.",
  access: "customer",
  params: z.object({ appointmentId: Uuid }),
  body: CancelInput,
  response: Appointment,
  run: ({ ctx }, { params, body }) => cancelAppointment(ctx, { id: params.appointmentId, ...body }),
});
