import { z } from "zod";
import { appointmentOrders, listAppointments } from "@/lib/booking";
import { AppointmentListItem } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";
import { pageOf, toPage } from "../page-of";
import { orderedBy, pageQuery, repeated } from "../paging";

export const appointmentList = operation({
  name: "appointment.list",
  method: "GET",
  path: "/storefront/appointments",
  summary: "The signed-in customer's own bookings; never a hold.",
  access: "customer",
  query: pageQuery().extend({
    status: repeated(AppointmentListItem.shape.status),
    staffMembers: repeated(Uuid),
    products: repeated(Uuid),
    locations: repeated(Uuid),
    date: z.iso.date("Write the date as YYYY-MM-DD.").optional(),
    orderBy: orderedBy(appointmentOrders),
    /** Another word for `take`, which clients may send too. */
    limit: pageQuery().shape.take.unwrap().optional(),
  }),
  response: pageOf(AppointmentListItem),
  run: async ({ ctx }, { query }) => {
    const asked = { ...query, take: query.limit ?? query.take };
    return toPage(asked, await listAppointments(ctx, asked));
  },
});
