import { policyNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { TransactionStatus, TransactionType } from "./transaction-status";

type Entry = {
  storeId: string;
  orderId: string;
  type: TransactionType;
  status: TransactionStatus;
  gateway: string;
  amountMinor: number;
  currency: string;
  parentId?: string | null;
  refundId?: string;
};

/** Adds a movement of money to an order. Resolves to its id. */
export async function writeTransaction(tx: Tx, entry: Entry): Promise<string> {
  const id = newId();
  await tx.orderTransaction.create({ data: { ...entry, id, createdAt: await policyNow(tx) } });
  return id;
}
