import "server-only";
import { redirect } from "next/navigation";
import { forgetBasket, rememberBooking } from "../session";
import { submitCheckout } from "../storefront";
import { toTrouble, type Trouble } from "./to-trouble";

/** Makes the booking and goes to its confirmation. Returns only when it cannot be made; again is no mistake. */
export async function completeBooking(basketId: string, paymentId?: string): Promise<Trouble> {
  const done = await submitCheckout(basketId, { paymentId }).catch(toTrouble);
  if ("message" in done) return done;
  await rememberBooking({ orderId: done.booking.id, basketId, tokens: done.tokens });
  await forgetBasket();
  redirect(`/booked/${done.booking.id}`);
}
