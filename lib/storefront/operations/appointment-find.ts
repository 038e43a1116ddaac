import { z } from "zod";
import { getAppointment } from "@/lib/booking";
import { AppointmentDetail } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";

export const appointmentFind = operation({
  name: "appointment.find",
  method: "GET",
  path: "/storefront/appointments/{appointmentId}",
  summary: "One of the signed-in customer's own bookings.",
  access: "customer",
  params: z.object({ appointmentId: Uuid }),
  response: AppointmentDetail,
  run: ({ ctx }, { params }) => getAppointment(ctx, params),
});
