import type { CustomerProvider } from "@/lib/events/contract";
import { env } from "@/lib/platform/env";

const cash: CustomerProvider = {
  name: "cash",
  displayName: "Pay at the appointment",
  checkoutMode: "manual",
};

/** Clients know how to follow a `stripe` checkout by redirect, so the test provider calls itself that. */
const test: CustomerProvider = {
  name: "stripe",
  displayName: "Card (test)",
  description: "Nothing is charged: you choose whether the payment succeeds.",
  checkoutMode: "redirect",
  mode: "test",
};

const nothingToPay: CustomerProvider = {
  name: "no_payment_required",
  displayName: "Nothing to pay",
  checkoutMode: "none",
};

/** The ways to pay an amount; of any amount where none is given. */
export function providersFor(totalMinor?: number): CustomerProvider[] {
  if (totalMinor === 0) return [nothingToPay];
  return env().TEST_PAYMENTS ? [cash, test] : [cash];
}
