import { queueMail } from "@/lib/mail";
import { Prisma, type Tx } from "@/lib/platform/db";
import { confirmationOf, type Confirmed } from "./confirmation";
import { readTold } from "./told-appointment";

type Booked = Pick<Confirmed, "isScheduled" | "payment"> & { storeId: string; orderId: string };

/** Tells the customer what they booked: one mail an order. */
export async function confirmByMail(tx: Tx, { storeId, orderId, ...booked }: Booked): Promise<void> {
  const rows = await readTold(tx, storeId, Prisma.sql`a.order_id = ${orderId}::uuid`);
  const [order] = rows;
  if (!order) return;
  const { subject, content } = confirmationOf({
    ...order,
    ...booked,
    orderName: order.orderName ?? "",
    appointments: rows,
  });
  await queueMail(tx, { storeId, to: order.email, fromName: order.storeName, subject, content });
}
