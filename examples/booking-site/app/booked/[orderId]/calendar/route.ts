import { toCalendar } from "~/lib/booked/to-calendar";
import { findBooked } from "~/lib/booked/find-booked";
import { brand } from "~/lib/brand";
import { env } from "~/lib/env";

type Context = { params: Promise<{ orderId: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { orderId } = await params;
  const booking = await findBooked(orderId);
  if (!booking) return new Response("There is no such booking in this browser.", { status: 404 });
  const url = new URL(`/booked/${booking.id}`, env().SITE_URL).toString();
  return new Response(toCalendar(booking, { brand: brand.name, url }), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${brand.name.toLowerCase()}-${booking.name}.ics"`,
    },
  });
}
