import { completeAppointments as complete } from "@/lib/booking";
import { inngest } from "../client";

/** Completes the bookings whose end has passed, each minute. */
export const completeAppointments = inngest.createFunction(
  { id: "complete-appointments", triggers: [{ cron: "* * * * *" }] },
  ({ step }) => step.run("complete", () => complete()),
);
