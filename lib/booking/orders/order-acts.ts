import { isAuthorized } from "../payments/status";
import { orderTotals, type Ledger } from "./order-totals";

type Order = Ledger & { payments: { status: string; amountMinor: number }[] };

/** What a merchant can do with an order's money now, each with the amount it would move; 0 where there is nothing to do. */
export type OrderActs = {
  captureMinor: number;
  markPaidMinor: number;
  refundMinor: number;
  voidMinor: number;
};

/**
 * The one judge of it, for the verbs and for whoever draws their buttons. An authorization that is open comes first: money
 * taken by hand beside it could be taken twice. What was canceled since is not captured.
 */
export function orderActs(order: Order): OrderActs {
  const { dueToPayMinor, balanceMinor } = orderTotals(order);
  const authorized = order.payments.find(isAuthorized);
  return {
    captureMinor: authorized ? Math.min(authorized.amountMinor, dueToPayMinor) : 0,
    markPaidMinor: authorized ? 0 : dueToPayMinor,
    refundMinor: balanceMinor,
    voidMinor: authorized?.amountMinor ?? 0,
  };
}
