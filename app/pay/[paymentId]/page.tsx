import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { getPayment, type PaymentView } from "@/lib/booking";
import { systemCtx } from "@/lib/identity";
import { formatMoney } from "@/lib/platform/format-money";
import { Uuid } from "@/lib/platform/ids";
import { orNotFound } from "@/app/or-not-found";

export const metadata: Metadata = { title: "Test payment" };

const Address = z.object({ paymentId: Uuid, store: Uuid });

/** Where the test provider asks whether the payment succeeds. Without JavaScript, and styled like the portal. */
export default async function PayPage({ params, searchParams }: PageProps<"/pay/[paymentId]">) {
  const address = Address.safeParse({ ...(await params), ...(await searchParams) });
  if (!address.success) notFound();
  const { paymentId, store } = address.data;
  const payment = await orNotFound(getPayment(systemCtx(store, "test provider"), { paymentId }));
  return (
    <main className="grid min-h-dvh place-content-center p-5">
      <Panel className="grid max-w-[420px] gap-4 p-6">
        <p className="text-caption text-ink-3">Test provider: no money moves</p>
        <h1 className="title">
          {formatMoney(payment.amountMinor, payment.currency)} to {payment.storeName}
        </h1>
        {payment.status === "created" ? (
          <form method="post" action={`/pay/${paymentId}?store=${store}`} className="flex gap-2">
            <Button type="submit" name="decision" value="pay" variant="primary" size="l">
              Pay
            </Button>
            <Button type="submit" name="decision" value="decline" size="l">
              Decline
            </Button>
          </form>
        ) : (
          <Outcome payment={payment} />
        )}
      </Panel>
    </main>
  );
}

const outcomes: Record<Exclude<PaymentView["status"], "created">, string> = {
  authorized: "The payment is authorized.",
  captured: "The payment is made.",
  failed: "The payment was declined.",
  voided: "The checkout was started anew; this payment is void.",
  refunded: "The payment was refunded.",
};

/** Goes back by a refresh: the page's policy lets no form lead to another site, not even by a redirect. */
function Outcome({ payment: { status, returnUrl, storeName } }: { payment: PaymentView }) {
  if (status === "created") return null;
  return (
    <div role="status" className="grid gap-2">
      <p>{outcomes[status]}</p>
      {returnUrl ? (
        <>
          <meta httpEquiv="refresh" content={`1;url=${returnUrl}`} />
          <a href={returnUrl} className="link">
            Back to {storeName}
          </a>
        </>
      ) : (
        <p className="text-ink-2">You can close this page and go on where you came from.</p>
      )}
    </div>
  );
}
