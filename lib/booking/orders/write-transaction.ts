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
  await tx.$executeRaw`
    INSERT INTO order_transaction (id, store_id, order_id, parent_id, refund_id, type, status, gateway, amount_minor,
      currency, created_at)
    VALUES (${id}::uuid, ${entry.storeId}::uuid, ${entry.orderId}::uuid, ${entry.parentId ?? null}::uuid,
      ${entry.refundId ?? null}::uuid, ${entry.type}, ${entry.status}, ${entry.gateway}, ${entry.amountMinor},
      ${entry.currency}, policy_now())`;
  return id;
}
