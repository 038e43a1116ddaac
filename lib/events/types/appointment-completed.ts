import { z } from "zod";
import { AppointmentFact } from "../shapes/appointment";
import { defineEventType } from "./define-event-type";
import { exampleAppointment } from "./example-appointment";

export const appointmentCompleted = defineEventType({
  name: "appointment.completed",
  group: "Appointments",
  description: "Fires when the end time of a scheduled booking passes, once.",
  never:
    "A booking that was moved to later fires at its new end, not at its old one; a canceled or pending one never does.",
  automates: [
    "Ask for a review an hour later",
    "Add the visit to the loyalty points",
    "Suggest the next visit in six weeks",
    "Count hours and commission of the staff member",
  ],
  data: z.object({ appointment: AppointmentFact }),
  example: { appointment: { ...exampleAppointment, status: "completed" } },
});
