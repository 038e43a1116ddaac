import type { Tx } from "@/lib/platform/db";

type Where = { storeId: string; cartId: string };

export async function cartTotalMinor(tx: Tx, { storeId, cartId }: Where): Promise<number> {
  const items = await tx.cartItem.findMany({ where: { storeId, cartId } });
  return items.reduce((total, item) => total + item.unitPriceMinor * item.quantity, 0);
}
