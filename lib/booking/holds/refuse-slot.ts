import type { SlotRefusal } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import type { Prisma, Tx } from "@/lib/platform/db";
import { DomainError, type ErrorCode } from "@/lib/platform/errors";
import { durationProblem } from "../availability/booking-duration";
import type { WantedSlot } from "../availability/resolve-slot";
import { refusalMessages, refusedProperties } from "./refusals";

type Within = Ctx & { tx: Tx };

/** The product of a slot that could be booked at some time. Throws `not-found`, or `invalid` for what never fits. */
export async function requireProduct(ctx: Within, slot: WantedSlot): Promise<Prisma.ProductModel> {
  const product = await ctx.tx.product.findFirst({ where: { storeId: ctx.storeId, id: slot.productId } });
  if (!product) throw refused("not-found", "slot.productId", "The product was not found.");
  requireFittingTime(product, slot);
  if (slot.seats > product.maxAttendees)
    throw refused("invalid", "numberOfAttendees", `The maximum attendees are ${product.maxAttendees}.`);
  return product;
}

/** Throws `invalid` unless the slot is as long as the product takes, or as was agreed on before (`bookedSeconds`). */
export function requireFittingTime(
  product: Prisma.ProductModel,
  { from, to, bookedSeconds }: WantedSlot,
): void {
  const problem = durationProblem(product, (to.getTime() - from.getTime()) / 1000, bookedSeconds);
  if (problem) throw refused("invalid", "slot.toTime", problem);
}

/** The error for a slot that cannot be had. A staff member or location that the store does not know is `not-found`. */
export async function refuseSlot(ctx: Within, slot: WantedSlot, reason: SlotRefusal): Promise<DomainError> {
  const { storeId, tx } = ctx;
  const { staffMemberId, locationId } = slot;
  if (staffMemberId && !(await tx.staffMember.findFirst({ where: { storeId, id: staffMemberId } })))
    return refused("not-found", "slot.staffMemberId", "The staff member was not found.");
  if (locationId && !(await tx.location.findFirst({ where: { storeId, id: locationId } })))
    return refused("not-found", "slot.locationId", "The location was not found.");
  return refused("conflict", refusedProperties[reason], refusalMessages[reason]);
}

/** An error about one property of the input. */
export const refused = (code: ErrorCode, property: string, message: string) =>
  new DomainError(code, message, { fields: [{ property, messages: [message] }] });
