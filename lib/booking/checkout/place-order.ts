import type { Ctx } from "@/lib/identity";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { BookedOf } from "../appointments/load-booked";
import { recordFacts } from "../appointments/record-facts";
import { introduceCustomer } from "../customers/introduce-customer";
import { toCustomerSeenBy } from "../customers/to-customer";
import { confirmByMail } from "../mail/confirm-by-mail";
import { settlePayment } from "./settle-payment";
import { writeOrder, type OrderedCart } from "./write-order";

type Within = Ctx & { tx: Tx };

type Placing = OrderedCart & { notifyCustomer: boolean };

/** Writes the order of a locked cart whose items were judged, and the facts that follow from it. Resolves to what it books. */
export async function placeOrder(ctx: Within, placing: Placing): Promise<BookedOf> {
  const { storeId, tx } = ctx;
  const { cart, customer, payment } = placing;
  const orderId = newId();
  const given = {
    firstName: cart.customerFirstName,
    lastName: cart.customerLastName,
    phone: cart.customerPhone,
  };
  const known = toCustomerSeenBy(ctx, customer, given);
  await writeOrder(tx, {
    ...placing,
    orderId,
    storeId,
    placedBy: await introduceCustomer(ctx, customer, given),
    firstName: given.firstName ?? known.firstName,
    lastName: given.lastName ?? known.lastName,
    phone: given.phone ?? known.phone,
  });
  const bookedOf = await recordFacts(tx, { storeId, type: "appointment.created", where: { orderId } });
  const settled = await settlePayment(tx, { storeId, orderId, payment });
  if (placing.notifyCustomer)
    await confirmByMail(tx, { storeId, orderId, isScheduled: placing.markAsScheduled, payment: settled });
  return bookedOf;
}
