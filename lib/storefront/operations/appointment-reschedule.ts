import { z } from "zod";
import { rescheduleAppointment, RescheduleInput } from "@/lib/booking";
import { Appointment } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";

export const appointmentReschedule = operation({
  name: "appointment.reschedule",
  method: "PUT",
  path: "/storefront/appointments/{appointmentId}/reschedule",
  summary: "Moves one of the signed-in customer's own bookings to another slot.",
  access: "customer",
  params: z.object({ appointmentId: Uuid }),
  body: RescheduleInput,
  response: Appointment,
  run: ({ ctx }, { params, body }) => rescheduleAppointment(ctx, { id: params.appointmentId, ...body }),
});
