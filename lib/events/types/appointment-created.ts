import { z } from "zod";
import { AppointmentFact } from "../shapes/appointment";
import { defineEventType } from "./define-event-type";
import { exampleAppointment } from "./example-appointment";

export const appointmentCreated = defineEventType({
  name: "appointment.created",
  description: "A new booking was made, by a customer's checkout or by the store itself.",
  data: z.object({ appointment: AppointmentFact }),
  example: { appointment: exampleAppointment },
});
