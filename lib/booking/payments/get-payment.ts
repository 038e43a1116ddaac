import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";
import type { PaymentStatus } from "./status";

/** What the test provider's page shows before the customer decides. */
export type PaymentView = {
  id: string;
  status: PaymentStatus;
  amountMinor: number;
  currency: string;
  storeName: string;
  /** Where the customer came from, if the store has told. */
  returnUrl: string | null;
};

/** A payment at the test provider. Throws `not-found`. */
export async function getPayment(ctx: Ctx, input: { paymentId: string }): Promise<PaymentView> {
  const { storeId, tx = db() } = ctx;
  const payment = Uuid.safeParse(input.paymentId).success
    ? await tx.cartPayment.findFirst({
        where: { storeId, id: input.paymentId, provider: "stripe" },
        include: { cart: { include: { store: true } } },
      })
    : null;
  if (!payment) throw notFound("The payment");
  const { store } = payment.cart;
  const status = payment.status as PaymentStatus;
  return {
    id: payment.id,
    status,
    amountMinor: payment.amountMinor,
    currency: payment.currency,
    storeName: store.name,
    returnUrl: store.storefrontBaseUrl && backTo(store.storefrontBaseUrl, payment.id, status),
  };
}

/** Says how it went in the words that a card provider uses. */
function backTo(base: string, paymentId: string, status: PaymentStatus): string {
  const url = new URL(base);
  url.searchParams.set("payment_intent", paymentId);
  url.searchParams.set(
    "redirect_status",
    status === "failed" || status === "voided" ? "failed" : "succeeded",
  );
  return url.toString();
}
