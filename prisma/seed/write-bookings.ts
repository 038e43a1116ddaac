import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { PlannedBooking } from "./plan-bookings";
import { writeCarts } from "./write-carts";
import { writeMoney, type OrderedBooking } from "./write-money";

export type Booking = PlannedBooking & { id: string; name: string; orderId?: string; orderName?: string };

const firstName = 1001;

/** Writes what was planned as the tables have it: appointments, what they occupy, orders, payments, carts. Resolves to the bookings. */
export async function writeBookings(
  storeId: string,
  planned: PlannedBooking[],
  now: Date,
): Promise<Booking[]> {
  let orders = 0;
  const bookings = planned.map((booking, i): Booking => {
    const order =
      booking.createdBy === "customer" && !booking.heldUntil
        ? { orderId: newId(), orderName: String(firstName + orders++) }
        : {};
    return { ...booking, id: newId(), name: String(firstName + i), ...order };
  });
  await writeOrders(storeId, bookings);
  const occupancies = await writeOccupancy(storeId, bookings, now);
  await db().appointment.createMany({
    data: bookings.map((booking) => ({
      id: booking.id,
      storeId,
      name: booking.name,
      productId: booking.product.id,
      staffMemberId: booking.staffMemberId,
      locationId: booking.locationId,
      customerId: booking.heldUntil ? null : booking.customer.id,
      holdExpiresAt: booking.heldUntil,
      orderId: booking.orderId,
      occupancyId: occupancies.get(booking.id),
      from: booking.from,
      to: booking.to,
      status: statusOf(booking, now),
      createdBy: booking.createdBy,
      canceledAt: booking.canceledAt,
      canceledBy: booking.canceledAt ? "customer" : null,
      createdAt: booking.createdAt,
      updatedAt: booking.canceledAt ?? booking.moved?.at ?? booking.createdAt,
    })),
  });
  await writeMoney(storeId, ordered(bookings));
  await writeCarts(storeId, bookings);
  await db().nameCounter.createMany({
    data: [
      { storeId, kind: "appointment", last: firstName - 1 + bookings.length },
      { storeId, kind: "order", last: firstName - 1 + orders },
    ],
  });
  return bookings.filter(({ heldUntil }) => !heldUntil);
}

async function writeOrders(storeId: string, bookings: Booking[]) {
  await db().order.createMany({
    data: ordered(bookings).map(({ orderId, orderName, customer, createdAt }) => ({
      id: orderId,
      storeId,
      name: orderName,
      customerId: customer.id,
      currency: "EUR",
      customerFirstName: customer.firstName,
      customerLastName: customer.lastName,
      customerEmail: customer.email,
      customerPhone: customer.phone,
      createdAt,
      updatedAt: createdAt,
    })),
  });
}

/** Time that is still ahead is taken; a canceled booking takes none. */
async function writeOccupancy(storeId: string, bookings: Booking[], now: Date) {
  const taken = bookings
    .filter(({ canceledAt, to }) => !canceledAt && to > now)
    .map(({ id, staffMemberId, product, from, to }) => ({
      appointment: id,
      id: newId(),
      resource: `staff:${staffMemberId}`,
      product: product.id,
      from,
      to,
      free: new Date(to.getTime() + product.afterGapSeconds * 1000),
    }));
  await db().$executeRaw`
    INSERT INTO occupancy (id, store_id, resource, during, product_id, "from", "to", capacity, seats)
    SELECT t.id, ${storeId}::uuid, t.resource, tstzrange(t."from", t.free), t.product, t."from", t."to", 1, 1
    FROM jsonb_to_recordset(${JSON.stringify(taken)}::jsonb)
      AS t(id uuid, resource text, product uuid, "from" timestamptz, "to" timestamptz, free timestamptz)`;
  return new Map(taken.map(({ appointment, id }) => [appointment, id]));
}

function statusOf({ canceledAt, isPending, heldUntil, to }: Booking, now: Date): string {
  if (canceledAt) return "canceled";
  if (isPending || heldUntil) return "pending";
  return to < now ? "completed" : "scheduled";
}

const ordered = (bookings: Booking[]): (OrderedBooking & { orderName: string })[] =>
  bookings.flatMap((booking) => {
    const { orderId, orderName } = booking;
    return orderId && orderName ? [{ ...booking, orderId, orderName }] : [];
  });
