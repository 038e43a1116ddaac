import { z } from "zod";
import { AppointmentFact } from "../shapes/appointment";
import { defineEventType } from "./define-event-type";
import { exampleAppointment } from "./example-appointment";

export const appointmentCanceled = defineEventType({
  name: "appointment.canceled",
  group: "Appointments",
  description: "Fires when a booking is canceled, by the customer or by the store.",
  never: "A kept slot that lapses was never a booking, and fires nothing.",
  automates: [
    "Offer the time that became free to the waiting list",
    "Take it out of the calendar and stop its reminders",
    "Start a refund or a cancellation fee by your own rules",
    "Ask why, and offer another time",
  ],
  data: z.object({
    appointment: AppointmentFact,
    canceledBy: z.enum(["customer", "merchant"]).describe("Who called it off."),
  }),
  example: { appointment: { ...exampleAppointment, status: "canceled" }, canceledBy: "customer" },
});
