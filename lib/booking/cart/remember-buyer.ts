import type { Prisma, Tx } from "@/lib/platform/db";

type Typed = { firstName?: string | null; lastName?: string | null; phone?: string | null };

/** Notes who buys, as they wrote it: a guest may type an account's address, and then sees only what was typed. */
export async function rememberBuyer(
  tx: Tx,
  cart: { id: string },
  customer: Prisma.CustomerModel,
  typed: Typed,
): Promise<void> {
  await tx.cart.updateMany({
    where: { storeId: customer.storeId, id: cart.id },
    data: {
      customerId: customer.id,
      customerFirstName: typed.firstName ?? undefined,
      customerLastName: typed.lastName ?? undefined,
      customerPhone: typed.phone ?? undefined,
    },
  });
}
