import { z } from "zod";
import { AppointmentDetail } from "@/lib/events/contract";
import { notFound } from "@/lib/platform/errors";
import { operation } from "../operation";

export const appointmentFindByExternalOrderName = operation({
  name: "appointment.findByExternalOrderName",
  method: "GET",
  path: "/storefront/appointments/by-external-order-name/{name}",
  summary: "The booking of an order in another system; no order has one, so that nothing is found.",
  access: "customer",
  params: z.object({ name: z.string() }),
  response: AppointmentDetail,
  run: () => Promise.reject(notFound("An appointment with this external order")),
});
