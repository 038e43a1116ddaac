import type { Ctx } from "@/lib/identity";
import type { Prisma } from "@/lib/platform/db";
import { requireCustomer } from "./require-customer";

/**
 * The signed-in customer's own orders. What a guest ordered under an address that was known already is not shown before the
 * address is proven: it may be another person's, on either side. Throws `unauthorized`.
 */
export function ownOrders(ctx: Ctx) {
  return {
    storeId: ctx.storeId,
    customerId: requireCustomer(ctx),
    OR: [{ placedBy: { not: "unproven" } }, { customer: { emailVerifiedAt: { not: null } } }],
  } satisfies Prisma.OrderWhereInput;
}

/** The same for their bookings; a hold is none. Throws `unauthorized`. */
export function ownBookings(ctx: Ctx) {
  return {
    storeId: ctx.storeId,
    customerId: requireCustomer(ctx),
    holdExpiresAt: null,
    OR: [{ orderId: null }, { order: ownOrders(ctx) }],
  } satisfies Prisma.AppointmentWhereInput;
}
