import { z } from "zod";
import { AppointmentFact } from "../shapes/appointment";
import { defineEventType } from "./define-event-type";
import { exampleAppointment } from "./example-appointment";

export const appointmentCreated = defineEventType({
  name: "appointment.created",
  group: "Appointments",
  description: "Fires when a new booking is made, by a customer's checkout or by the store itself.",
  never: "A slot that is merely kept in a cart fires nothing.",
  automates: [
    "Send your own confirmation with parking, preparation and a calendar entry",
    "Put it into the calendar of the staff member",
    "Open a customer in your CRM at the first booking",
    "Reserve the room, the chair or the device",
  ],
  data: z.object({ appointment: AppointmentFact }),
  example: { appointment: exampleAppointment },
});
