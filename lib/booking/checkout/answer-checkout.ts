import type { CheckoutSubmit, Tokens } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { db, type Tx } from "@/lib/platform/db";
import { loadBooked, type BookedOf } from "../appointments/load-booked";
import { isSelf } from "../customers/is-self";
import { issueTokens } from "../customers/issue-tokens";
import { toCustomerSeenBy } from "../customers/to-customer";
import { orderTree, type OrderTree } from "../orders/order-tree";
import { toOrder } from "../orders/to-order";

/** Long enough for a client whose first answer was lost; a cart's id must not open a customer's account for ever. */
const tokensForMs = 15 * 60_000;

/** What submitting a cart answers, the first time (`placed`: what it books) and again. Read after the commit, so that nobody's lock waits for it. */
export async function answerCheckout(ctx: Ctx, cartId: string, placed?: BookedOf): Promise<CheckoutSubmit> {
  const { storeId, tx = db() } = ctx;
  const row = await tx.order.findFirstOrThrow({ where: { storeId, cartId }, include: orderTree });
  const appointments = row.lines.map((line) => line.appointment);
  const bookedOf = placed ?? (await loadBooked(tx, row, appointments));
  const auth = await tokensFor(tx, ctx, row, placed !== undefined);
  const given = {
    firstName: row.customerFirstName,
    lastName: row.customerLastName,
    phone: row.customerPhone,
  };
  return {
    order: { ...toOrder(row, bookedOf), customer: toCustomerSeenBy(ctx, row.customer, given) },
    ...(auth && { auth }),
    customer: {
      id: row.customerId,
      email: row.customerEmail ?? undefined,
      firstName: row.customerFirstName ?? undefined,
      lastName: row.customerLastName ?? undefined,
      hasPassword: row.customer.passwordHash !== null,
      emailVerified: row.customer.emailVerifiedAt !== null,
    },
  };
}

/** The guest of a first order gets tokens to see it. Whom the store knew before signs in: an address proves nothing. */
async function tokensFor(tx: Tx, ctx: Ctx, order: OrderTree, isNew: boolean): Promise<Tokens | undefined> {
  const { storeId } = ctx;
  const { customer } = order;
  if (order.placedBy !== "new-customer" || customer.passwordHash !== null) return undefined;
  if (isSelf(ctx, customer.id)) return undefined;
  const ageMs = isNew ? 0 : (await policyNow(tx)).getTime() - order.createdAt.getTime();
  return ageMs < tokensForMs ? issueTokens(tx, { storeId, customerId: customer.id }) : undefined;
}
