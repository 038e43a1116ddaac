"use server";

import { revalidatePath } from "next/cache";
import { keepInBasket, Wanted, type Refusal } from "~/lib/checkout/keep-in-basket";

/** Another time for one that was lost. Answers nothing when it is kept. */
export async function keepInstead(input: Wanted): Promise<Refusal | undefined> {
  const refusal = await keepInBasket(Wanted.parse(input));
  if (!refusal) revalidatePath("/checkout");
  return refusal;
}
