import "server-only";
import { z } from "zod";
import { basketId, rememberBasket } from "../session";
import { isFailure, keepTime, openBasket } from "../storefront";

export const Wanted = z.object({
  variantId: z.uuid(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  personId: z.uuid().nullable(),
  salonId: z.uuid().nullable(),
  places: z.int().min(1).max(100),
});
export type Wanted = z.infer<typeof Wanted>;

export type Refusal = { isTaken: boolean; message: string };

/** Keeps a time in the customer's basket, once however often it is clicked. Answers why not, or nothing when it is kept. */
export async function keepInBasket(wanted: Wanted): Promise<Refusal | undefined> {
  try {
    await keepOnce(wanted);
  } catch (error) {
    if (isFailure(error, "taken")) return { isTaken: true, message: error.message };
    if (isFailure(error, "refused") || isFailure(error, "not-found"))
      return { isTaken: false, message: error.message.replace(/^[\w.]+: /, "") };
    if (isFailure(error, "unreachable"))
      return {
        isTaken: false,
        message: "The salon’s system does not answer. Nothing was kept; try again in a moment.",
      };
    throw error;
  }
}

/** A second click finds the time in the basket already: that is what it wanted. */
async function keepOnce(wanted: Wanted): Promise<void> {
  const basket = await openBasket(await basketId());
  const isKept = basket.items.some(
    ({ variantId, from }) => variantId === wanted.variantId && Date.parse(from) === Date.parse(wanted.from),
  );
  if (!isKept) await keepTime(basket.id, wanted);
  await rememberBasket({ ...basket, itemCount: basket.items.length + (isKept ? 0 : 1) });
}
