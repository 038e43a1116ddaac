import { z } from "zod";
import { PaymentProvider } from "@/lib/events/contract";
import { CustomerInput } from "../customers/customer-input";

export const StartCheckoutInput = z.object({
  provider: PaymentProvider,
  customer: CustomerInput.nullish(),
});
export type StartCheckoutInput = z.input<typeof StartCheckoutInput>;

export const SubmitCheckoutInput = z.object({
  /** The payment that the customer came back from; without it the cart's latest counts. */
  stripePaymentIntentId: z.string().nullish(),
  customer: CustomerInput.nullish(),
  appointmentsSettings: z
    .object({
      markAsScheduled: z.boolean().nullish(),
      /** Unless false, the customer gets a mail. */
      notifyCustomer: z.boolean().nullish(),
    })
    .nullish(),
  trackingData: z.object({ gclid: z.string().max(255).nullish() }).nullish(),
});
export type SubmitCheckoutInput = z.input<typeof SubmitCheckoutInput>;
