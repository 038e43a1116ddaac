import type { Ctx } from "@/lib/identity";
import { db, Prisma } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";
import { inBook, readAgenda } from "../agenda/read-agenda";
import { orderActs } from "./order-acts";
import { lineTotalMinor, orderTotals } from "./order-totals";
import { orderTree, type OrderTree } from "./order-tree";
import { productTitles } from "./product-titles";
import type { StoreOrderDetail, StoreTransaction } from "./store-order";
import { toStoreOrder } from "./to-store-order";

/** One of the store's orders with everything that happened to it. Throws `not-found`. */
export async function getStoreOrder(ctx: Ctx, { id }: { id: string }): Promise<StoreOrderDetail> {
  const { storeId, tx = db() } = ctx;
  const row = Uuid.safeParse(id).success
    ? await tx.order.findFirst({ where: { storeId, id }, include: orderTree })
    : null;
  if (!row) throw notFound("The order");
  const booked = await readAgenda(tx, storeId, Prisma.sql`${inBook(storeId)} AND a.order_id = ${id}::uuid`);
  const titles = await productTitles(
    tx,
    storeId,
    row.lines.map((line) => line.appointment.productId),
  );
  const { subtotalMinor, balanceMinor } = orderTotals(row);
  return {
    ...toStoreOrder(row, titles),
    customer: { email: row.customerEmail ?? row.customer.email, phone: row.customerPhone },
    subtotalMinor,
    balanceMinor,
    lines: row.lines.map((line) => ({
      id: line.id,
      appointment: booked.find((item) => item.id === line.appointmentId) ?? null,
      unitPriceMinor: line.unitPriceMinor,
      quantity: line.quantity,
      totalMinor: lineTotalMinor(line),
      refundedQuantity: line.refundedQuantity,
    })),
    transactions: row.transactions.map(toStoreTransaction),
    refunds: row.refunds.map((refund) => ({
      id: refund.id,
      totalMinor: refund.totalMinor,
      reason: refund.reason,
      createdAt: refund.createdAt.toISOString(),
      what: whatOf(row, refund, titles),
    })),
    history: row.logs.map((log) => ({
      id: log.id,
      at: log.createdAt.toISOString(),
      level: log.level === "error" ? "error" : "info",
      title: log.title,
      description: log.description,
    })),
    acts: orderActs(row),
  };
}

const toStoreTransaction = (row: OrderTree["transactions"][number]): StoreTransaction => ({
  id: row.id,
  type: row.type as StoreTransaction["type"],
  status: row.status as StoreTransaction["status"],
  gateway: row.gateway,
  amountMinor: row.amountMinor,
  createdAt: row.createdAt.toISOString(),
});

/** "1 × Gloss"; "an amount" where it was for no line. */
function whatOf(row: OrderTree, refund: OrderTree["refunds"][number], titles: Map<string, string>): string {
  const parts = refund.lines.map(({ lineId, quantity }) => {
    const line = row.lines.find((one) => one.id === lineId);
    return `${quantity} × ${line ? (titles.get(line.appointment.productId) ?? "") : ""}`;
  });
  return parts.join(", ") || "an amount";
}
