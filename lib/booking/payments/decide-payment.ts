import type { Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { conflict, notFound } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { getPayment, type PaymentView } from "./get-payment";
import { paymentStatusesBefore } from "./status";

type Decision = { paymentId: string; decision: "pay" | "decline" };

/**
 * The customer's answer at the test provider: authorizes the payment, or fails it. The same answer again is no mistake.
 * Throws `conflict` for the opposite of one that was final, `not-found` where the test provider is not offered.
 */
export async function decidePayment(ctx: Ctx, { paymentId, decision }: Decision): Promise<PaymentView> {
  if (!env().TEST_PAYMENTS) throw notFound("The payment");
  const { storeId } = ctx;
  const status = decision === "pay" ? "authorized" : "failed";
  return transaction(ctx.tx, async (tx) => {
    const before = await getPayment({ ...ctx, tx }, { paymentId });
    await tx.cartPayment.updateMany({
      where: { storeId, id: before.id, status: { in: paymentStatusesBefore(status) } },
      data: { status, authorizedUntil: status === "authorized" ? await inThirtyDays(tx) : null },
    });
    const after = await getPayment({ ...ctx, tx }, { paymentId });
    if (after.status === status) return after;
    throw conflict(`This payment is ${after.status} already. Start the checkout again to pay anew.`);
  });
}

/** As long as card providers keep money aside at most. */
async function inThirtyDays(tx: Tx): Promise<Date> {
  return new Date((await policyNow(tx)).getTime() + 30 * 86_400_000);
}
