import { z } from "zod";
import { AppointmentFact } from "../shapes/appointment";
import { defineEventType } from "./define-event-type";
import { exampleAppointment } from "./example-appointment";

export const appointmentCompleted = defineEventType({
  name: "appointment.completed",
  description: "The end time of a scheduled booking has passed.",
  data: z.object({ appointment: AppointmentFact }),
  example: { appointment: { ...exampleAppointment, status: "completed" } },
});
