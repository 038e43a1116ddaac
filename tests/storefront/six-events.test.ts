import { expect, test } from "vitest";
import {
  bookByHand,
  cancelAppointment,
  captureOrder,
  completeAppointments,
  confirmAppointment,
  expireHolds,
  markOrderPaid,
  refundOrder,
  rescheduleAppointment,
  voidOrderPayment,
} from "@/lib/booking";
import type { EventType } from "@/lib/events";
import { eventTypeRegistry } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { officialShape } from "@/tests/client/shapes";
import {
  book,
  customer,
  fillCart,
  freeSlots,
  openStorefront,
  type Storefront,
} from "@/tests/support/bookable-storefront";
import { letEnd } from "@/tests/support/factories/appointment";
import { makeEndpoint } from "@/tests/support/factories/endpoint";
import { makeMember } from "@/tests/support/factories/member";
import { fileReceiver } from "@/tests/support/file-receiver";
import { deliver } from "@/tests/support/pipeline";
import { serveStorefront } from "@/tests/support/serve-storefront";

const baseUrl = await serveStorefront();
const receiver = await fileReceiver();

type World = Storefront & { owner: Ctx };
type Act = (world: World) => Promise<unknown>;

const put = ({ call }: World, { appointmentId, authorization }: Booked, act: string, body: object) =>
  call(`/appointments/${appointmentId}/${act}`, { method: "PUT", headers: { authorization }, body });
type Booked = Awaited<ReturnType<typeof book>>;
const bookedId = async (world: World) => (await book(world)).appointmentId;
const laterSlot = async (world: World) => (await freeSlots(world))[8]!;

/** Pays by card at the test provider, or is declined there, and submits. */
async function submitCard(world: World, decision: "pay" | "decline", markAsScheduled = false) {
  const { headers } = await fillCart(world);
  const start = await world.call("/cart/checkout/start", { headers, body: { provider: "stripe", customer } });
  const { pathname, search } = new URL(start.body.redirectUrl);
  const body = new URLSearchParams({ decision });
  await fetch(baseUrl + pathname + search, { method: "POST", body, redirect: "manual" });
  const submit = { customer, appointmentsSettings: { markAsScheduled } };
  return world.call("/cart/checkout/submit", { headers, body: submit });
}

const bookByCard = async (world: World) => (await submitCard(world, "pay")).body.order.id as string;

const captureBy = ({ store }: World, captureMethod: string) =>
  db().store.update({ where: { id: store.id }, data: { captureMethod } });

async function authorize(world: World) {
  await captureBy(world, "manual");
  return bookByCard(world);
}

/** A hold without a cart, put into one. */
async function putInCart({ call, ...world }: World) {
  const [slot] = await freeSlots({ call, ...world });
  const hold = await call("/appointments", { body: { slot, customer } });
  const cart = await call("/cart", { method: "POST" });
  const headers = { "x-cart-id": cart.body.id as string };
  const { status, body } = await call("/cart/items", { headers, body: { appointmentId: hold.body.id } });
  expect(status).toBe(201);
  return { headers, itemId: body.items[0].id as string };
}

const fires: [type: EventType, on: string, act: Act][] = [
  ["appointment.created", "a customer's checkout", book],
  [
    "appointment.created",
    "a booking by hand",
    async (world) => bookByHand(world.owner, { slot: await laterSlot(world), customer }),
  ],
  [
    "appointment.rescheduled",
    "the customer's move",
    async (world) => {
      const slot = await laterSlot(world);
      return put(world, await book(world), "reschedule", { slot });
    },
  ],
  [
    "appointment.rescheduled",
    "the store's move",
    async (world) => {
      const slot = await laterSlot(world);
      return rescheduleAppointment(world.owner, { id: await bookedId(world), slot });
    },
  ],
  [
    "appointment.canceled",
    "the customer's cancel",
    async (world) => put(world, await book(world), "cancel", {}),
  ],
  [
    "appointment.canceled",
    "the store's cancel",
    async (world) => cancelAppointment(world.owner, { id: await bookedId(world), notifyCustomer: true }),
  ],
  [
    "appointment.completed",
    "the clock",
    async (world) => {
      await letEnd(await bookedId(world));
      await completeAppointments();
      await completeAppointments();
    },
  ],
  ["order.paid", "a card at submit", bookByCard],
  [
    "order.paid",
    "a capture by hand",
    async (world) => captureOrder(world.owner, { orderId: await authorize(world) }),
  ],
  [
    "order.paid",
    "a capture on fulfillment",
    async (world) => {
      await captureBy(world, "on_fulfillment");
      const { order } = (await submitCard(world, "pay", true)).body;
      await letEnd(order.lineItems[0].appointmentId);
      await completeAppointments();
    },
  ],
  [
    "order.paid",
    "cash that the store has marked",
    async (world) => markOrderPaid(world.owner, { orderId: (await book(world)).order.id, gateway: "cash" }),
  ],
  [
    "order.refunded",
    "a refund in full",
    async (world) => refundOrder(world.owner, { orderId: await bookByCard(world) }),
  ],
  [
    "order.refunded",
    "a refund in part",
    async (world) => refundOrder(world.owner, { orderId: await bookByCard(world), amountMinor: 100 }),
  ],
];

test.each(fires)("%s is told once, in its shape, on %s", async (type, _on, act) => {
  const told = await whatIsTold(act);
  const [body, ...more] = told.filter((event) => event.type === type);
  expect(more).toEqual([]);
  expect(body).toMatchObject({ apiVersion: "1", sequence: told.length });
  const { data } = body!;
  expect(eventTypeRegistry[type].data.parse(data)).toEqual(data);
  const [shape, inner] = data.order ? ["order.find", data.order] : ["appointment.listItem", data.appointment];
  expect(officialShape(shape)!.safeParse(inner)).toMatchObject({ success: true });
});

const neverFires: [type: EventType, on: string, act: Act][] = [
  ["appointment.created", "a hold", (world) => fillCart(world)],
  ["appointment.created", "a hold that is put into a cart", putInCart],
  [
    "appointment.created",
    "the store's yes to a pending one",
    async (world) => {
      const id = await bookedId(world);
      await db().event.deleteMany({ where: { storeId: world.store.id } });
      await db().appointment.update({ where: { id }, data: { status: "pending" } });
      await confirmAppointment(world.owner, { id, notifyCustomer: true });
    },
  ],
  [
    "appointment.rescheduled",
    "a move to where it is",
    async (world) => {
      const [slot] = await freeSlots(world);
      return put(world, await book(world, slot), "reschedule", { slot });
    },
  ],
  [
    "appointment.canceled",
    "an item that is taken out of its cart",
    async (world) => {
      const { headers, itemId } = await putInCart(world);
      const { status } = await world.call(`/cart/items/${itemId}`, { method: "DELETE", headers });
      expect(status).toBe(200);
    },
  ],
  [
    "appointment.canceled",
    "the end of a hold",
    async (world) => {
      const { appointment } = await fillCart(world);
      const holdExpiresAt = new Date(Date.now() - 1_000);
      await db().appointment.update({ where: { id: appointment.id }, data: { holdExpiresAt } });
      await expireHolds();
    },
  ],
  [
    "appointment.completed",
    "the end of a pending one",
    async (world) => {
      await letEnd(await bookedId(world), { status: "pending" });
      await completeAppointments();
    },
  ],
  [
    "appointment.completed",
    "the end of a canceled one",
    async (world) => {
      await letEnd(await bookedId(world), { status: "canceled" });
      await completeAppointments();
    },
  ],
  [
    "appointment.completed",
    "the earlier end of one that was moved",
    async (world) => {
      const slot = await laterSlot(world);
      const id = await bookedId(world);
      await letEnd(id);
      await rescheduleAppointment(world.owner, { id, slot });
      await completeAppointments();
    },
  ],
  ["order.paid", "cash that is still to come", book],
  [
    "order.paid",
    "an order that costs nothing",
    async (world) => {
      await db().product.update({ where: { id: world.product.id }, data: { priceMinor: 0 } });
      return book(world);
    },
  ],
  [
    "order.paid",
    "an authorization, also one let go",
    async (world) => voidOrderPayment(world.owner, { orderId: await authorize(world) }),
  ],
  [
    "order.paid",
    "a card that is declined",
    async (world) => {
      const { status, body } = await submitCard(world, "decline");
      expect([status, body.errors[0].property]).toEqual([400, "payment"]);
    },
  ],
  [
    "order.paid",
    "a capture that the card refuses",
    async (world) => {
      const orderId = await authorize(world);
      await db().cartPayment.updateMany({ where: { orderId }, data: { authorizedUntil: new Date(0) } });
      return captureOrder(world.owner, { orderId });
    },
  ],
  ["order.refunded", "a cancel", async (world) => put(world, await book(world), "cancel", {})],
  [
    "order.refunded",
    "a refund of more than was paid",
    async (world) => {
      const orderId = await bookByCard(world);
      await expect(refundOrder(world.owner, { orderId, amountMinor: 4_501 })).rejects.toMatchObject({
        code: "invalid",
      });
    },
  ],
];

test.each(neverFires)("%s is not told on %s", async (type, _on, act) => {
  expect((await whatIsTold(act)).map((event) => event.type)).not.toContain(type);
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it tells is what the test asks about.
type Body = { type: string; sequence: number; apiVersion: string; data: any };

/** The bodies that a store's endpoint got of the act and what led to it, in the order of their sequence. */
async function whatIsTold(act: Act): Promise<Body[]> {
  const storefront = await openStorefront(baseUrl);
  const { ctx: owner } = await makeMember({ storeId: storefront.store.id });
  const path = `/${storefront.store.id}`;
  await makeEndpoint({ storeId: storefront.store.id, url: receiver.url + path });
  await act({ ...storefront, owner });
  await deliver();
  return receiver.requests
    .filter((request) => request.path === path)
    .map(({ rawBody }) => JSON.parse(rawBody.toString()) as Body)
    .sort((a, b) => a.sequence - b.sequence);
}
