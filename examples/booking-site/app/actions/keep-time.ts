"use server";

import { redirect } from "next/navigation";
import { keepInBasket, Wanted, type Refusal } from "~/lib/checkout/keep-in-basket";

/** Keeps a time and goes on to the checkout. Returns only when it cannot be kept. */
export async function keepTime(input: Wanted): Promise<Refusal> {
  const refusal = await keepInBasket(Wanted.parse(input));
  if (refusal) return refusal;
  redirect("/checkout");
}
