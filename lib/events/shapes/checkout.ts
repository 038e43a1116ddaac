import { z } from "zod";
import { Cart } from "./cart";
import { CheckoutOrder } from "./order";
import { PaymentProvider } from "./transaction";

/** Why a slot cannot be booked, or an item of a cart no longer. */
export const slotRefusals = [
  "slot_taken",
  "slot_in_past",
  "outside_availability",
  "capacity_exceeded",
  "product_inactive",
  "staff_unavailable",
  "location_unavailable",
] as const;
export type SlotRefusal = (typeof slotRefusals)[number];

export const InvalidItem = z.object({
  id: z.string(),
  appointmentId: z.string(),
  reason: z.enum([...slotRefusals, "addon_unavailable"]),
  message: z.string(),
});
export type InvalidItem = z.infer<typeof InvalidItem>;

export const CheckoutStart = z.object({
  provider: PaymentProvider,
  clientSecret: z.string().nullable(),
  redirectUrl: z.string().nullable(),
  stripeAccountId: z.string().nullable(),
  publishableKey: z.string().nullable(),
  paymentId: z.string(),
  /** As it is once the invalid items are gone. */
  cart: Cart,
  /** Items that were removed; `invalidItems` says why. */
  invalidItemIds: z.array(z.string()),
  /** Items whose hold had lapsed while the slot was still free. */
  revivedItemIds: z.array(z.string()),
  discountCodeCleared: z.boolean().nullable(),
  invalidItems: z.array(InvalidItem),
});
export type CheckoutStart = z.infer<typeof CheckoutStart>;

export const Tokens = z.object({ accessToken: z.string(), refreshToken: z.string() });
export type Tokens = z.infer<typeof Tokens>;

export const CheckoutSubmit = z.object({
  order: CheckoutOrder,
  auth: Tokens.optional(),
  customer: z
    .object({
      id: z.string(),
      email: z.string().optional(),
      firstName: z.string().optional(),
      lastName: z.string().optional(),
      hasPassword: z.boolean(),
      emailVerified: z.boolean(),
    })
    .optional(),
});
export type CheckoutSubmit = z.infer<typeof CheckoutSubmit>;
