import type { Prisma, Tx } from "@/lib/platform/db";
import { paymentStatusesBefore, type PaymentStatus } from "./status";

/** Moves a payment on, under its order's or its cart's lock. */
export async function movePayment(
  tx: Tx,
  { storeId, id }: Pick<Prisma.CartPaymentModel, "storeId" | "id">,
  status: PaymentStatus,
  capturedMinor?: number,
): Promise<void> {
  const { count } = await tx.cartPayment.updateMany({
    where: { storeId, id, status: { in: paymentStatusesBefore(status) } },
    data: { status, capturedMinor },
  });
  if (count !== 1) throw new Error(`Payment ${id} was decided under its lock.`);
}
