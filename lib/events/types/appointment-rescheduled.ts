import { z } from "zod";
import { AppointmentFact } from "../shapes/appointment";
import { defineEventType } from "./define-event-type";
import { exampleAppointment } from "./example-appointment";

export const appointmentRescheduled = defineEventType({
  name: "appointment.rescheduled",
  group: "Appointments",
  description: "Fires when a booking is moved to another time, staff member or location.",
  never: "Saving a booking at the same slot with the same staff member fires nothing.",
  automates: [
    "Move the calendar entry and the reminder with it",
    "Tell the staff member who got it, and the one who lost it",
    "Offer the time that became free to the waiting list",
  ],
  data: z.object({
    appointment: AppointmentFact,
    previous: AppointmentFact.pick({ from: true, to: true, staffMemberId: true, locationId: true }).describe(
      "Where it was before.",
    ),
  }),
  example: {
    appointment: exampleAppointment,
    previous: {
      from: "2026-11-25T13:00:00.000Z",
      to: "2026-11-25T13:45:00.000Z",
      staffMemberId: exampleAppointment.staffMemberId,
      locationId: exampleAppointment.locationId,
    },
  },
});
