import type { InvalidItem, SlotRefusal } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import type { Tx } from "@/lib/platform/db";
import { resolveSlot } from "../availability/resolve-slot";
import type { CartState } from "../cart/cart-state";
import { refusalMessages } from "../holds/refusals";
import { takeSlot } from "../holds/take-slot";
import { priceOf } from "../price";
import { lockItems, type LockedItem } from "./lock-items";

export type Judgement = {
  invalid: InvalidItem[];
  /** Those that are left, in the order in which they were put in. */
  itemIds: string[];
  /** Items whose hold had lapsed while the slot was still free: they hold it again. */
  revivedItemIds: string[];
  totalMinor: number;
};

/**
 * Looks at each item of a locked cart as if it were booked now: what can no longer be had is invalid, a lapsed hold takes
 * its slot again where it is free, and every price is today's. Changes nothing of the invalid ones.
 */
export async function judgeItems(tx: Tx, ctx: Ctx, cart: CartState): Promise<Judgement> {
  const judgement: Judgement = { invalid: [], itemIds: [], revivedItemIds: [], totalMinor: 0 };
  for (const item of await lockItems(tx, ctx.storeId, cart)) {
    const verdict = await judge(tx, ctx, item);
    if (verdict.reason) {
      const { reason } = verdict;
      const message = refusalMessages[reason];
      judgement.invalid.push({ id: item.id, appointmentId: item.appointmentId, reason, message });
      continue;
    }
    judgement.itemIds.push(item.id);
    if (verdict.revived) judgement.revivedItemIds.push(item.id);
    judgement.totalMinor += await reprice(tx, ctx.storeId, item);
  }
  return judgement;
}

type Verdict = { reason: SlotRefusal } | { reason?: undefined; revived: boolean };

async function judge(tx: Tx, ctx: Ctx, item: LockedItem): Promise<Verdict> {
  const { storeId } = ctx;
  const { appointmentId: id } = item;
  const slot = { ...item, seats: item.numberOfAttendees };
  if (item.occupancyId) {
    const found = await resolveSlot(tx, ctx, { ...slot, excludeAppointmentId: id });
    return found.ok ? { revived: item.hasLapsed } : { reason: found.reason };
  }
  const taken = await takeSlot(tx, ctx, slot);
  if (!taken.ok) return { reason: taken.reason };
  await tx.appointment.updateMany({ where: { storeId, id }, data: { occupancyId: taken.occupancyId } });
  return { revived: true };
}

/** Resolves to what the item costs now. */
async function reprice(tx: Tx, storeId: string, item: LockedItem): Promise<number> {
  const price = priceOf(item, item);
  if (price.unitPriceMinor !== item.unitPriceMinor || price.quantity !== item.quantity)
    await tx.cartItem.updateMany({ where: { storeId, id: item.id }, data: price });
  return price.unitPriceMinor * price.quantity;
}
