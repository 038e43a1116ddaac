import type { TransactionDetail } from "@/lib/events/contract";
import type { OrderTree } from "./order-tree";
import { toBareRefund } from "./to-refund";
import { toTransaction } from "./to-transaction";

/** An order's transactions, each with those it hangs together with. */
export function toTransactions(order: OrderTree): TransactionDetail[] {
  const { transactions, refunds } = order;
  return transactions.map((row) => {
    const parent = transactions.find(({ id }) => id === row.parentId);
    const refund = refunds.find(({ id }) => id === row.refundId);
    return {
      ...toTransaction(row),
      parentTransaction: parent ? toTransaction(parent) : null,
      childTransactions: transactions.filter(({ parentId }) => parentId === row.id).map(toTransaction),
      refund: refund ? toBareRefund(refund, order) : null,
    };
  });
}
