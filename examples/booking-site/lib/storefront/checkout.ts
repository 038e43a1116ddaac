import "server-only";
import { CheckoutService, PaymentService } from "@opencals/storefront-sdk";
import { ask } from "./client";
import { toBooking } from "./to-booking";
import type { Booking, Customer, PaymentName, WayToPay } from "./types";

const cart = (id: string) => ({ headers: { "X-Cart-Id": id } });

/** The ways in which a basket can be paid now. */
export async function readWaysToPay(basketId: string): Promise<WayToPay[]> {
  const { data } = await ask("live", (options) =>
    PaymentService.getAvailableProviders({ ...options, ...cart(basketId) }),
  );
  return data.map(({ name, displayName, description = "", checkoutMode }) => ({
    name,
    isElsewhere: checkoutMode === "redirect",
    ...(checkoutMode === "manual"
      ? { title: "At the salon", note: "cash or card, after your appointment" }
      : { title: displayName, note: description }),
  }));
}

export type Started = {
  /** Where the customer agrees to pay; undefined where that is not needed. */
  payAt?: string;
  paymentId: string;
  /** Items that can no longer be had; they are out of the basket now. Nothing was charged. */
  lostItemIds: string[];
};

/**
 * Looks at every kept time once more, also after the basket has expired, and opens a payment for what is left. Throws
 * `taken` when nothing is.
 */
export async function startCheckout(
  basketId: string,
  { provider, customer }: { provider: PaymentName; customer?: Customer },
): Promise<Started> {
  const { data } = await ask("live", (options) =>
    CheckoutService.start({
      ...options,
      ...cart(basketId),
      body: { provider, customer: customer && { ...customer, externalId: customer.email } },
    }),
  );
  return {
    payAt: data.redirectUrl ?? undefined,
    paymentId: data.paymentId,
    lostItemIds: data.invalidItemIds,
  };
}

export type Tokens = { accessToken: string; refreshToken: string };

/** Makes the booking, once however often it is asked for. Throws `taken` or `refused`; then nothing was charged. */
export async function submitCheckout(
  basketId: string,
  { paymentId }: { paymentId?: string } = {},
): Promise<{ booking: Booking; tokens?: Tokens }> {
  const { data } = await ask("live", (options) =>
    CheckoutService.submit({
      ...options,
      ...cart(basketId),
      body: { stripePaymentIntentId: paymentId, appointmentsSettings: { markAsScheduled: true } },
    }),
  );
  return { booking: toBooking(data.order), tokens: data.auth };
}
