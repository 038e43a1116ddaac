"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { completeBooking } from "~/lib/checkout/complete-booking";
import { Details, errorsOf } from "~/lib/checkout/details";
import { findInstead } from "~/lib/checkout/find-instead";
import { Snapshot, type CheckoutState } from "~/lib/checkout/state";
import { toTrouble } from "~/lib/checkout/to-trouble";
import { basketId, rememberBasket } from "~/lib/session";
import { isFailure, readBasket, startCheckout } from "~/lib/storefront";

/**
 * The checkout's button: checks the details, has every kept time looked at once more, then pays or books. Returns only when
 * something stands in the way; nothing is charged then.
 */
export async function placeBooking(_before: CheckoutState, form: FormData): Promise<CheckoutState> {
  const values = Object.fromEntries(
    [...form].filter(([name, value]) => name in Details.shape && typeof value === "string"),
  );
  const details = Details.safeParse(values);
  if (!details.success) return { values, errors: errorsOf(details.error) };
  const id = await basketId();
  if (!id) return { values, message: "Your basket is empty: choose a time first." };
  const { provider, ...customer } = details.data;
  const started = await startCheckout(id, { provider, customer }).catch((error: unknown) => {
    if (isFailure(error, "taken")) return { lostItemIds: "all" as const, payAt: undefined };
    return toTrouble(error);
  });
  if ("message" in started) return { values, ...started };
  const items = readItems(form);
  const lost =
    started.lostItemIds === "all" ? items : items.filter((item) => started.lostItemIds.includes(item.id));
  if (started.lostItemIds === "all" || started.lostItemIds.length > 0) {
    const basket = await readBasket(id);
    if (basket) await rememberBasket({ ...basket, itemCount: basket.items.length });
    revalidatePath("/checkout");
    return { values, lost: await findInstead(lost) };
  }
  if (started.payAt) redirect(started.payAt);
  return { values, ...(await completeBooking(id)) };
}

function readItems(form: FormData): Snapshot[] {
  try {
    return z.array(Snapshot).parse(JSON.parse(String(form.get("items"))));
  } catch {
    return [];
  }
}
