import type { InvalidItem, SlotRefusal } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import type { Prisma, Tx } from "@/lib/platform/db";
import { resolveSlot } from "../availability/resolve-slot";
import type { CartState } from "../cart/cart-state";
import { lockResources } from "../holds/lock-resources";
import { refusalMessages } from "../holds/refusals";
import { takeSlot } from "../holds/take-slot";
import { priceOf } from "../price";

type Item = Prisma.CartItemGetPayload<{ include: { appointment: { include: { occupancy: true } } } }>;

export type Judgement = {
  invalid: InvalidItem[];
  /** Items whose hold had lapsed while the slot was still free: they hold it again. */
  revivedItemIds: string[];
  totalMinor: number;
};

/**
 * Looks at each item of a locked cart as if it were booked now: what can no longer be had is invalid, a lapsed hold takes
 * its slot again where it is free, and every price is today's. Changes nothing of the invalid ones.
 */
export async function judgeItems(tx: Tx, ctx: Ctx, cart: CartState): Promise<Judgement> {
  const { storeId } = ctx;
  const query = {
    where: { storeId, cartId: cart.id },
    orderBy: { id: "asc" },
    include: { appointment: { include: { occupancy: true } } },
  } as const;
  await lockResources(tx, await resourcesOf(tx, ctx, await tx.cartItem.findMany(query)));
  // Read again, and keep the rows: what had lapsed may have been freed or dropped before the locks were ours.
  await tx.$executeRaw`
    SELECT 1 FROM appointment a JOIN cart_item i ON i.store_id = a.store_id AND i.appointment_id = a.id
    WHERE i.store_id = ${storeId}::uuid AND i.cart_id = ${cart.id}::uuid
    ORDER BY a.id FOR UPDATE OF a`;
  const items = await tx.cartItem.findMany(query);
  const judgement: Judgement = { invalid: [], revivedItemIds: [], totalMinor: 0 };
  for (const item of items) {
    const verdict = await judge(tx, ctx, item);
    if (verdict.reason) {
      const { reason } = verdict;
      const message = refusalMessages[reason];
      judgement.invalid.push({ id: item.id, appointmentId: item.appointmentId, reason, message });
      continue;
    }
    if (verdict.revived) judgement.revivedItemIds.push(item.id);
    judgement.totalMinor += await reprice(tx, item);
  }
  return judgement;
}

/** All at once, because two carts with the same times in opposite order would wait for each other. */
async function resourcesOf(tx: Tx, ctx: Ctx, items: Item[]): Promise<string[]> {
  const resources: string[] = [];
  for (const { appointment } of items) {
    if (appointment.occupancy) resources.push(appointment.occupancy.resource);
    else {
      const found = await resolveSlot(tx, ctx, slotOf(appointment));
      if (found.ok) resources.push(found.resource);
    }
  }
  return resources;
}

type Verdict = { reason: SlotRefusal } | { reason?: undefined; revived: boolean };

async function judge(tx: Tx, ctx: Ctx, { appointment }: Item): Promise<Verdict> {
  const { storeId, id } = appointment;
  const slot = slotOf(appointment);
  if (appointment.occupancyId) {
    const found = await resolveSlot(tx, ctx, { ...slot, excludeAppointmentId: id });
    if (!found.ok) return { reason: found.reason };
    const lapsed = appointment.holdExpiresAt !== null && appointment.holdExpiresAt <= (await policyNow(tx));
    return { revived: lapsed };
  }
  const taken = await takeSlot(tx, ctx, slot);
  if (!taken.ok) return { reason: taken.reason };
  await tx.appointment.updateMany({ where: { storeId, id }, data: { occupancyId: taken.occupancyId } });
  return { revived: true };
}

function slotOf(appointment: Prisma.AppointmentModel) {
  const { productId, staffMemberId, locationId, from, to, numberOfAttendees } = appointment;
  return { productId, staffMemberId, locationId, from, to, seats: numberOfAttendees };
}

/** Resolves to what the item costs now. */
async function reprice(tx: Tx, { storeId, id, appointment, ...item }: Item): Promise<number> {
  const product = await tx.product.findFirstOrThrow({ where: { storeId, id: appointment.productId } });
  const price = priceOf(product, appointment);
  if (price.unitPriceMinor !== item.unitPriceMinor || price.quantity !== item.quantity)
    await tx.cartItem.updateMany({ where: { storeId, id }, data: price });
  return price.unitPriceMinor * price.quantity;
}
