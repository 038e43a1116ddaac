import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Checkout } from "~/components/checkout/checkout";
import { NoAnswer } from "~/components/no-answer";
import { basketId } from "~/lib/session";
import { readBasket, readStore, readWaysToPay, unlessUnreachable } from "~/lib/storefront";

export const metadata: Metadata = { title: "Checkout" };

type Props = { searchParams: Promise<{ payment?: string | string[] }> };

export default async function CheckoutPage({ searchParams }: Props) {
  const { payment } = await searchParams;
  const id = await basketId();
  const seen = await unlessUnreachable(readCheckout(id));
  if (!seen) return <NoAnswer />;
  const { basket, store, ways } = seen;
  // Agreed to pay and never came back by the provider's own way.
  if (basket?.paidWith && payment === undefined)
    redirect(`/checkout/return?payment_intent=${basket.paidWith}`);
  return (
    <main id="main" className="wrap chk">
      <Checkout
        basket={basket}
        secondsLeft={basket ? secondsUntil(basket.expiresAt) : 0}
        hadBasket={id !== undefined}
        ways={ways}
        store={store}
        isDeclined={payment === "declined"}
      />
    </main>
  );
}

async function readCheckout(id: string | undefined) {
  const [basket, store] = await Promise.all([id ? readBasket(id) : undefined, readStore()]);
  const ways = basket && basket.items.length > 0 ? await readWaysToPay(basket.id) : [];
  return { basket, store, ways };
}

const secondsUntil = (instant: string): number => Math.max(0, (Date.parse(instant) - Date.now()) / 1000);
