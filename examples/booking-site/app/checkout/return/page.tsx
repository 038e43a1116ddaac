import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Finish } from "~/components/checkout/finish";

export const metadata: Metadata = { title: "Your payment" };

type Props = {
  searchParams: Promise<{ payment_intent?: string | string[]; redirect_status?: string | string[] }>;
};

/** Where the payment's provider sends the customer back to. */
export default async function ReturnPage({ searchParams }: Props) {
  const { payment_intent: paymentId, redirect_status: status } = await searchParams;
  if (status === "failed") redirect("/checkout?payment=declined");
  return (
    <main id="main" className="wrap">
      <Finish paymentId={typeof paymentId === "string" ? paymentId : ""} />
    </main>
  );
}
