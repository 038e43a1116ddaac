import type { Ctx } from "@/lib/identity";

/** key: the store's key alone. optional-customer: a customer's token counts if it comes. customer: it must come. */
export type Access = "key" | "optional-customer" | "customer";

/** Who calls the Storefront API. `ctx.actor` carries the key and, where one proved it, the customer. */
export type Caller = {
  ctx: Ctx;
  /** The cart that the request names, not known to exist; "" where it names none, which no cart is called. */
  cartId: string;
  /** What came as `Authorization: Bearer`, unproven: `/auth/refresh` sends its refresh token there. */
  bearer: string | null;
};
