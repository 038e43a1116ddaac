import type { Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import type { Prisma, Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { CartState } from "../cart/cart-state";
import { recordFacts } from "../appointments/record-facts";
import { appointmentStatusesBefore } from "../appointments/status";
import { introduceCustomer } from "../customers/introduce-customer";
import { toCustomerSeenBy } from "../customers/to-customer";
import { confirmByMail } from "../mail/confirm-by-mail";
import { settlePayment } from "./settle-payment";

type Within = Ctx & { tx: Tx };

export type Placing = {
  cart: CartState;
  name: string;
  customer: Prisma.CustomerModel;
  payment: Prisma.CartPaymentModel;
  /** Else the bookings wait as pending for the store's confirmation. */
  markAsScheduled: boolean;
  notifyCustomer: boolean;
  gclid: string | null;
};

/** Writes the order of a locked cart whose items were judged, and the facts that follow from it. */
export async function placeOrder(ctx: Within, placing: Placing): Promise<void> {
  const { storeId, tx } = ctx;
  const { cart, customer, payment } = placing;
  const order = await createOrder(ctx, placing);
  await book(tx, placing, order.id);
  await tx.cart.updateMany({
    where: { storeId, id: cart.id },
    data: { status: "converted", customerId: customer.id },
  });
  await recordFacts(tx, { storeId, type: "appointment.created", where: { orderId: order.id } });
  const settled = await settlePayment(tx, { storeId, orderId: order.id, payment });
  if (placing.notifyCustomer)
    await confirmByMail(tx, {
      storeId,
      orderId: order.id,
      isScheduled: placing.markAsScheduled,
      payment: settled,
    });
}

async function createOrder(ctx: Within, { cart, name, customer, gclid }: Placing) {
  const { storeId, tx } = ctx;
  const { items, ...typed } = await tx.cart.findFirstOrThrow({
    where: { storeId, id: cart.id },
    include: { items: { orderBy: { id: "asc" } } },
  });
  const given = {
    firstName: typed.customerFirstName,
    lastName: typed.customerLastName,
    phone: typed.customerPhone,
  };
  const known = toCustomerSeenBy(ctx, customer, given);
  const createdAt = await policyNow(tx);
  return tx.order.create({
    data: {
      id: newId(),
      storeId,
      name,
      cartId: cart.id,
      customerId: customer.id,
      currency: cart.currency,
      placedBy: await introduceCustomer(ctx, customer, given),
      customerFirstName: given.firstName ?? known.firstName,
      customerLastName: given.lastName ?? known.lastName,
      customerPhone: given.phone ?? known.phone,
      customerEmail: customer.email,
      gclid,
      createdAt,
      lines: {
        create: items.map(({ appointmentId, unitPriceMinor, quantity }) => ({
          id: newId(),
          appointment: { connect: { storeId_id: { storeId, id: appointmentId } } },
          unitPriceMinor,
          quantity,
          createdAt,
        })),
      },
    },
  });
}

/** From here on they are bookings: nothing that frees holds finds them. */
async function book(tx: Tx, { cart, customer, markAsScheduled }: Placing, orderId: string): Promise<void> {
  const { storeId } = customer;
  const held = { storeId, cartItem: { cartId: cart.id } };
  const booked = await tx.appointment.updateMany({
    where: {
      ...held,
      status: { in: appointmentStatusesBefore("scheduled") },
      holdExpiresAt: { not: null },
      occupancyId: { not: null },
    },
    data: {
      orderId,
      customerId: customer.id,
      holdExpiresAt: null,
      status: markAsScheduled ? "scheduled" : "pending",
    },
  });
  if (booked.count !== (await tx.appointment.count({ where: held })))
    throw new Error(`A hold of cart ${cart.id} was lost under its lock.`);
}
