import type { Ctx } from "@/lib/identity";
import type { Prisma } from "@/lib/platform/db";
import { ownBookings } from "../customers/own-bookings";

/** The bookings that the actor may see: their own as a customer, else all of the store. Throws `unauthorized` for a guest. */
export const seenBookings = (ctx: Ctx): Prisma.AppointmentWhereInput =>
  ctx.actor.kind === "storefront" ? ownBookings(ctx) : { storeId: ctx.storeId, holdExpiresAt: null };
