"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { completeBooking } from "~/lib/checkout/complete-booking";
import { toTrouble, type Trouble } from "~/lib/checkout/to-trouble";
import { basketId, forgetBasket, lastBooking, rememberBasket } from "~/lib/session";
import {
  extendBasket,
  giveUpTime,
  isFailure,
  readBasket,
  readWaysToPay,
  startCheckout,
} from "~/lib/storefront";

/** While somebody types: five minutes more for all that is kept. Nothing happens where it has expired. */
export async function extendHold(): Promise<void> {
  const id = await basketId();
  if (!id) return;
  try {
    const basket = await extendBasket(id);
    await rememberBasket({ ...basket, itemCount: basket.items.length });
  } catch (error) {
    if (!isFailure(error, "not-found") && !isFailure(error, "unreachable")) throw error;
  }
}

/** Frees a kept time; with `slug`, goes on to choose another one of the same service. */
export async function giveUp(form: FormData): Promise<void> {
  const { itemId, slug } = z
    .object({ itemId: z.uuid(), slug: z.string().optional() })
    .parse(Object.fromEntries(form));
  await giveUpTime(itemId);
  const id = await basketId();
  const basket = id && (await readBasket(id));
  if (basket) await rememberBasket({ ...basket, itemCount: basket.items.length });
  if (slug) redirect(`/services/${slug}`);
  revalidatePath("/checkout");
}

/** After the hold has run out: the same times once more, where nobody has taken them. */
export async function keepOnceMore(): Promise<Trouble | undefined> {
  const id = await basketId();
  if (!id) return { message: "Your basket is empty: choose a time first." };
  try {
    const [way] = await readWaysToPay("");
    await startCheckout(id, { provider: way?.name ?? "cash" });
    const basket = await readBasket(id);
    if (basket) await rememberBasket({ ...basket, itemCount: basket.items.length });
  } catch (error) {
    if (!isFailure(error, "taken") && !isFailure(error, "not-found")) return toTrouble(error);
    await forgetBasket();
    return { message: "Somebody else has taken it in the meantime." };
  }
  revalidatePath("/checkout");
}

/** After the payment: makes the booking. Somebody who comes back later finds what was booked. */
export async function finishBooking(_before: Trouble | undefined, form: FormData): Promise<Trouble> {
  const id = await basketId();
  if (id) return completeBooking(id, String(form.get("paymentId") ?? "") || undefined);
  const booked = await lastBooking();
  if (booked) redirect(`/booked/${booked.orderId}`);
  return { message: "We find no basket in this browser. Go on where you chose your time." };
}
