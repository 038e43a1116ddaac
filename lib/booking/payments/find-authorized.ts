import type { Prisma } from "@/lib/platform/db";
import type { OrderTree } from "../orders/order-tree";
import { isAuthorized } from "./status";

export type Authorized = { payment: Prisma.CartPaymentModel; authorizationId: string };

/** The order's payment that is promised and not taken, with the transaction that promised it. */
export function findAuthorized({ payments, transactions }: OrderTree): Authorized | undefined {
  const payment = payments.find(isAuthorized);
  const authorization = transactions.find(({ type }) => type === "authorization");
  return payment && authorization && { payment, authorizationId: authorization.id };
}
