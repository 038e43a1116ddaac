import { describe, expect, test } from "vitest";
import {
  completeAppointments,
  getAppointment,
  getOrder,
  holdSlot,
  listAppointments,
  listOrders,
  removeCartItem,
  addCartItem,
  extendCart,
  getCart,
} from "@/lib/booking";
import { AppointmentDetail, AppointmentListItem, OrderDetail } from "@/lib/events/contract";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { letEnd } from "../support/factories/appointment";
import {
  ada,
  customer,
  guest,
  makeBookable,
  makeBooking,
  makeCartWith,
  slotOf,
} from "../support/factories/booking";

const page = { page: 1, take: 50, order: "ASC" } as const;

/** A customer with three bookings, the first as a guest; somebody else's and a hold lie beside them. */
async function makeHistory() {
  const store = await makeBookable();
  const { ctx, product, storeId } = store;
  const first = await makeBooking(ctx, { slot: slotOf(product, { at: "09:00" }) });
  const self = customer(storeId, first.order.customerId);
  const bookings = [first];
  for (const at of ["11:00", "13:00"])
    bookings.push(await makeBooking(self, { slot: slotOf(product, { at }) }));
  const theirs = await makeBooking(ctx, {
    slot: slotOf(product, { at: "15:00" }),
    buyer: { email: "eve@example.com" },
  });
  await holdSlot(ctx, { slot: slotOf(product, { at: "17:00" }), customer: ada });
  return { ...store, bookings, theirs, self };
}

describe("a customer sees", () => {
  test("their own bookings, page by page, and no hold", async () => {
    const { self, bookings } = await makeHistory();
    const first = await listAppointments(self, { ...page, take: 2 });
    const second = await listAppointments(self, { ...page, take: 2, page: 2 });
    expect(first.itemCount).toBe(3);
    const items = [...first.items, ...second.items];
    expect(items.map((item) => item.id)).toEqual(bookings.map(({ hold }) => hold.id));
    for (const item of items) expect(AppointmentListItem.parse(item).orderLineItem?.total).toBe(45);
    const latest = await listAppointments(self, { ...page, order: "DESC", take: 1 });
    expect(latest.items[0]?.id).toBe(bookings[2]!.hold.id);
  });

  test("bookings by status, person, product, place and day", async () => {
    const { self, bookings, product, staffMember, location } = await makeHistory();
    const { id } = bookings[1]!.hold;
    await db().appointment.update({ where: { id }, data: { status: "canceled" } });
    const count = async (narrowing: object) =>
      (await listAppointments(self, { ...page, ...narrowing })).itemCount;
    expect(await count({ status: ["canceled"] })).toBe(1);
    expect(await count({ status: ["scheduled", "canceled"] })).toBe(3);
    expect(
      await count({ products: [product.id], locations: [location.id], staffMembers: [staffMember.id] }),
    ).toBe(3);
    expect(await count({ products: [newId()] })).toBe(0);
    expect(await count({ date: bookings[0]!.hold.from.slice(0, 10) })).toBe(3);
    expect(await count({ date: "2020-01-01" })).toBe(0);
    await expect(count({ date: "someday" })).rejects.toMatchObject({ fields: [{ property: "date" }] });
  });

  test("a booking with its order, and the order with all its bookings", async () => {
    const { self, bookings } = await makeHistory();
    const { hold, order } = bookings[0]!;
    const detail = AppointmentDetail.parse(await getAppointment(self, { appointmentId: hold.id }));
    expect(detail).toMatchObject({ status: "scheduled", internalNote: null, order: { id: order.id } });
    expect(detail.order?.lineItems[0]?.appointment?.id).toBe(hold.id);
    const found = OrderDetail.parse(await getOrder(self, { orderId: order.id }));
    expect(found).toMatchObject({ name: order.name, lineItems: [{ appointmentId: hold.id }] });
  });

  test("their own orders, also by what is derived", async () => {
    const { self, bookings } = await makeHistory();
    const { items, itemCount } = await listOrders(self, page);
    expect(itemCount).toBe(3);
    expect(items.map((order) => order.id)).toEqual(bookings.map(({ order }) => order.id));
    await letEnd(bookings[1]!.hold.id);
    await completeAppointments();
    const ids = async (narrowing: object) =>
      (await listOrders(self, { ...page, ...narrowing })).items.map((order) => order.id);
    expect(await ids({ fulfillmentStatuses: ["fulfilled"] })).toEqual([bookings[1]!.order.id]);
    expect(await ids({ paymentStatuses: ["paid"] })).toEqual([]);
    expect(await ids({ name: bookings[2]!.order.name })).toEqual([bookings[2]!.order.id]);
    expect(await ids({ services: [newId()] })).toEqual([]);
  });
});

describe("is not found", () => {
  test("what belongs to another customer, or is only held", async () => {
    const { self, theirs, ctx, product } = await makeHistory();
    const held = await holdSlot(ctx, { slot: slotOf(product, { at: "19:00" }), customer: ada });
    for (const appointmentId of [theirs.hold.id, held.id, newId()])
      await expect(getAppointment(self, { appointmentId })).rejects.toMatchObject({ code: "not-found" });
    await expect(getOrder(self, { orderId: theirs.order.id })).rejects.toMatchObject({ code: "not-found" });
  });

  test("anything of another store, by any verb that takes an id", async () => {
    const { bookings, storeId, ctx, product } = await makeHistory();
    const { hold, order } = bookings[0]!;
    const elsewhere = await makeBookable();
    // The same customer id under another store's key: what a forged token would amount to.
    const stranger = customer(elsewhere.storeId, order.customerId);
    const { cartId } = await makeCartWith(ctx, { slot: slotOf(product, { at: "20:00" }) });
    const held = await holdSlot(ctx, { slot: slotOf(product, { at: "21:00" }) });
    const itemId = (await getCart(ctx, { cartId })).items[0]!.id;
    const own = await makeCartWith(elsewhere.ctx, { slot: slotOf(elsewhere.product) });
    const attempts = [
      () => getAppointment(stranger, { appointmentId: hold.id }),
      () => getOrder(stranger, { orderId: order.id }),
      () => getCart(stranger, { cartId }),
      () => extendCart(stranger, { cartId }),
      () => removeCartItem(stranger, { itemId }),
      () => addCartItem(stranger, { cartId: own.cartId, appointmentId: held.id }),
      () => holdSlot(stranger, { slot: slotOf(elsewhere.product, { at: "12:00" }), cartId }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    expect((await listAppointments(stranger, page)).itemCount).toBe(0);
    expect((await listOrders(stranger, page)).itemCount).toBe(0);
    expect(await db().cartItem.count({ where: { storeId, id: itemId } })).toBe(1);
  });
});

test("a guest is asked to sign in", async () => {
  const ctx = guest((await makeBookable()).storeId);
  const attempts = [
    () => listAppointments(ctx, page),
    () => listOrders(ctx, page),
    () => getOrder(ctx, { orderId: newId() }),
    () => getAppointment(ctx, { appointmentId: newId() }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "unauthorized" });
});
