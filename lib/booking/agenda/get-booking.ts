import { getStoreSettings, type Ctx } from "@/lib/identity";
import { db, Prisma } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";
import { inBook, readAgenda } from "./read-agenda";
import type { BookingDetail } from "./shapes";

/** One appointment of the store, or a slot still kept. Throws `not-found`. */
export async function getBooking(ctx: Ctx, { id }: { id: string }): Promise<BookingDetail> {
  const { storeId, tx = db() } = ctx;
  if (!Uuid.safeParse(id).success) throw notFound("The appointment");
  const [item] = await readAgenda(tx, storeId, Prisma.sql`${inBook(storeId)} AND a.id = ${id}::uuid`);
  const row = await tx.appointment.findFirst({
    where: { storeId, id },
    include: { customer: true, order: true, line: true, cartItem: true },
  });
  if (!item || !row) throw notFound("The appointment");
  const { currency } = row.order ?? (await getStoreSettings(ctx));
  const product = await tx.product.findFirst({ where: { storeId, id: row.productId } });
  const sold = row.line ?? row.cartItem;
  return {
    ...item,
    currency,
    priceMinor: sold
      ? sold.unitPriceMinor * sold.quantity
      : (product?.priceMinor ?? 0) * row.numberOfAttendees,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy as BookingDetail["createdBy"],
    canceledAt: row.canceledAt?.toISOString() ?? null,
    canceledBy: row.canceledBy as BookingDetail["canceledBy"],
    internalNote: row.internalNote,
    customer: row.customer && { email: row.customer.email, phone: row.customer.phone },
    order: row.order && { id: row.order.id, name: row.order.name },
    orderingKey: row.orderId ?? row.id,
  };
}
