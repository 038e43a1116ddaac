import { z } from "zod";
import { AppointmentFact } from "../shapes/appointment";
import { defineEventType } from "./define-event-type";
import { exampleAppointment } from "./example-appointment";

export const appointmentCanceled = defineEventType({
  name: "appointment.canceled",
  description: "A booking was canceled, by the customer or by the store.",
  data: z.object({ appointment: AppointmentFact, canceledBy: z.enum(["customer", "merchant"]) }),
  example: { appointment: { ...exampleAppointment, status: "canceled" }, canceledBy: "customer" },
});
