import { describe, expect, test } from "vitest";
import {
  bookByHand,
  cancelAppointment,
  confirmAppointment,
  getAppointment,
  holdSlot,
  listAppointments,
  rescheduleAppointment,
  startCheckout,
  submitCheckout,
} from "@/lib/booking";
import { listAudit } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { ada, customer, makeBookable, makeBooking, makeCartWith, slotOf } from "../support/factories/booking";
import { makeStaffMember } from "../support/factories/catalog";
import { makeMember } from "../support/factories/member";
import { appointmentFacts, typesOf } from "../support/facts";

type Fields = Parameters<typeof makeBookable>[0];

async function open(fields?: Fields) {
  const store = await makeBookable(fields);
  const { ctx: merchant } = await makeMember({ storeId: store.storeId, name: "Ines Claes" });
  const { ctx: viewer } = await makeMember({ storeId: store.storeId, role: "viewer" });
  return { ...store, merchant, viewer };
}
type Opened = Awaited<ReturnType<typeof open>>;

const sentencesOf = async ({ merchant }: Opened) => (await listAudit(merchant, {})).map(({ what }) => what);
const mailsOf = async ({ storeId }: Opened) =>
  (await db().mail.findMany({ where: { storeId }, orderBy: { id: "asc" } })).map(({ subject }) =>
    subject.slice(0, subject.indexOf(":")),
  );
const seatsOf = async ({ storeId }: Opened) =>
  (await db().occupancy.findMany({ where: { storeId }, orderBy: { from: "asc" } })).map(({ seats }) => seats);

/** A booking that waits for the store's yes. */
async function makePending({ ctx, product }: Opened) {
  const { cartId, hold } = await makeCartWith(ctx, { slot: slotOf(product) });
  await startCheckout(ctx, { cartId, provider: "cash" });
  await submitCheckout(ctx, { cartId, customer: ada });
  return hold;
}

describe("a booking by hand", () => {
  test("is scheduled at once, with its event under its own key, an audit entry and a mail", async () => {
    const store = await open();
    const { merchant, product, storeId, staffMember } = store;
    const booked = await bookByHand(merchant, {
      slot: slotOf(product),
      customer: { email: "Grace@Example.com", firstName: "Grace", phone: "+32 470 00 00 00" },
      internalNote: "Allergic to latex",
    });
    expect(booked).toMatchObject({
      status: "scheduled",
      createdBy: "merchant",
      internalNote: "Allergic to latex",
      staffMemberId: staffMember.id,
      customer: { email: "grace@example.com", firstName: "Grace" },
      order: null,
    });
    expect(await appointmentFacts(storeId)).toMatchObject([
      {
        type: "appointment.created",
        orderingKey: booked.id,
        data: { appointment: { id: booked.id, orderId: null, createdBy: "merchant" } },
      },
    ]);
    expect(await sentencesOf(store)).toEqual([`Booked the appointment ${booked.name} by hand.`]);
    expect(await mailsOf(store)).toEqual(["Booked"]);
    const seen = await listAppointments(customer(storeId, booked.customer.id), {
      page: 1,
      take: 10,
      order: "ASC",
    });
    expect(seen.items).toMatchObject([{ id: booked.id, internalNote: null }]);
  });

  test("for whom the store knows leaves their name alone, and tells nobody when asked not to", async () => {
    const store = await open();
    const { merchant, product } = store;
    const first = await bookByHand(merchant, { slot: slotOf(product), customer: ada });
    const again = await bookByHand(merchant, {
      slot: slotOf(product, { at: "14:00" }),
      customer: { email: ada.email, firstName: "Somebody" },
      notifyCustomer: false,
    });
    const byId = await bookByHand(merchant, {
      slot: slotOf(product, { at: "16:00" }),
      customer: { customerId: first.customer.id },
      notifyCustomer: false,
    });
    expect([again.customer, byId.customer]).toMatchObject([
      { id: first.customer.id, firstName: "Ada" },
      { id: first.customer.id, firstName: "Ada" },
    ]);
    expect(await mailsOf(store)).toEqual(["Booked"]);
  });

  test("of a taken slot, for an unknown customer or of a viewer leaves nothing behind", async () => {
    const { merchant, viewer, product, storeId } = await open();
    await bookByHand(merchant, { slot: slotOf(product), customer: ada });
    const grace = { email: "grace@example.com" };
    const later = slotOf(product, { at: "14:00" });
    await expect(bookByHand(merchant, { slot: slotOf(product), customer: grace })).rejects.toMatchObject({
      code: "conflict",
      fields: [{ property: "slot.fromTime" }],
    });
    await expect(
      bookByHand(merchant, { slot: later, customer: { customerId: newId() } }),
    ).rejects.toMatchObject({ code: "not-found", fields: [{ property: "customer.customerId" }] });
    await expect(bookByHand(viewer, { slot: later, customer: grace })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await db().appointment.count({ where: { storeId } })).toBe(1);
    expect(await db().customer.count({ where: { storeId } })).toBe(1);
    expect(await typesOf(storeId)).toEqual(["appointment.created"]);
  });
});

test("confirming schedules what was pending, tells its customer and fires no event; it happens once", async () => {
  const store = await open();
  const { merchant, viewer, storeId } = store;
  const { id, name } = await makePending(store);
  await expect(confirmAppointment(viewer, { id })).rejects.toMatchObject({ code: "forbidden" });
  expect(await confirmAppointment(merchant, { id })).toMatchObject({ status: "scheduled" });
  await expect(confirmAppointment(merchant, { id })).rejects.toMatchObject({ code: "conflict" });
  expect(await typesOf(storeId)).toEqual(["appointment.created"]);
  expect(await sentencesOf(store)).toEqual([`Confirmed the appointment ${name}.`]);
  expect(await mailsOf(store)).toEqual(["Requested", "Booked"]);
});

describe("the store", () => {
  test("moves and cancels what its customer may not, pending or inside the gap, with an audit entry", async () => {
    const gap = 30 * 86_400;
    const store = await open({
      allowCustomerReschedule: false,
      rescheduleGapSeconds: gap,
      cancelGapSeconds: gap,
    });
    const { merchant, product, storeId } = store;
    const { id, name } = await makePending(store);
    const slot = slotOf(product, { at: "15:00" });
    expect(await rescheduleAppointment(merchant, { id, slot })).toMatchObject({ status: "pending" });
    expect(await cancelAppointment(merchant, { id })).toMatchObject({ status: "canceled" });
    const facts = await appointmentFacts(storeId);
    expect(facts.map(({ type }) => type)).toEqual([
      "appointment.created",
      "appointment.rescheduled",
      "appointment.canceled",
    ]);
    expect(facts[2]!.data.canceledBy).toBe("merchant");
    expect(await sentencesOf(store)).toEqual([
      `Canceled the appointment ${name}.`,
      `Rescheduled the appointment ${name}.`,
    ]);
    expect(await seatsOf(store)).toEqual([]);
  });

  test("is not its viewers, nor the member of another store", async () => {
    const { ctx, product, viewer, storeId } = await open();
    const { hold } = await makeBooking(ctx, { slot: slotOf(product) });
    const { merchant: stranger } = await open();
    const slot = slotOf(product, { at: "15:00" });
    for (const [actor, code] of [
      [viewer, "forbidden"],
      [stranger, "not-found"],
      [{ ...ctx }, "unauthorized"],
    ] as const) {
      await expect(rescheduleAppointment(actor, { id: hold.id, slot })).rejects.toMatchObject({ code });
      await expect(cancelAppointment(actor, { id: hold.id })).rejects.toMatchObject({ code });
    }
    expect(await typesOf(storeId)).toEqual(["appointment.created"]);
  });

  test("moves to whoever is free where the same person is not, and never to another place unasked", async () => {
    const store = await open();
    const { ctx, merchant, product, storeId, staffMember, location, scheduleId } = store;
    const other = await makeStaffMember({ storeId, scheduleId });
    await db().productStaffMember.create({
      data: { storeId, productId: product.id, staffMemberId: other.id },
    });
    const wanted = { staffMemberId: staffMember.id };
    const { hold } = await makeBooking(ctx, { slot: { ...slotOf(product), ...wanted } });
    const busy = slotOf(product, { at: "14:00" });
    await makeBooking(ctx, { slot: { ...busy, ...wanted } });
    const kept = await rescheduleAppointment(merchant, {
      id: hold.id,
      slot: slotOf(product, { at: "17:00" }),
    });
    expect(kept).toMatchObject({ staffMemberId: staffMember.id, locationId: location.id });
    expect(await rescheduleAppointment(merchant, { id: hold.id, slot: busy })).toMatchObject({
      staffMemberId: other.id,
      locationId: location.id,
    });
    await expect(
      rescheduleAppointment(merchant, { id: hold.id, slot: { ...busy, ...wanted } }),
    ).rejects.toMatchObject({ code: "conflict" });
    const { data } = (await appointmentFacts(storeId)).at(-1)!;
    expect([data.previous.staffMemberId, data.appointment.staffMemberId]).toEqual([staffMember.id, other.id]);
  });
});

test("a class gets back the seats of who cancels or leaves it, and of nobody else", async () => {
  const store = await open({ maxAttendees: 8 });
  const { ctx, product, merchant } = store;
  const slot = slotOf(product);
  const { hold: three } = await makeBooking(ctx, { slot, numberOfAttendees: 3 });
  const { hold: two } = await makeBooking(ctx, { slot, numberOfAttendees: 2 });
  const later = slotOf(product, { at: "14:00" });
  await makeBooking(ctx, { slot: later, numberOfAttendees: 6 });
  expect(await seatsOf(store)).toEqual([5, 6]);
  await expect(rescheduleAppointment(merchant, { id: three.id, slot: later })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await seatsOf(store)).toEqual([5, 6]);
  await rescheduleAppointment(merchant, { id: two.id, slot: later });
  expect(await seatsOf(store)).toEqual([3, 8]);
  await cancelAppointment(merchant, { id: two.id });
  expect(await seatsOf(store)).toEqual([3, 6]);
});

test("a booking keeps its duration or takes a multiple where the product allows it; one agreed on stays valid", async () => {
  const { ctx, merchant, product } = await open({ allowCustomDuration: true, maxDurationSeconds: 3 * 3600 });
  const { hold } = await makeBooking(ctx, { slot: slotOf(product) });
  const lasting = (hours: number, at = "14:00") =>
    rescheduleAppointment(merchant, { id: hold.id, slot: slotOf(product, { at, seconds: hours * 3600 }) });
  await lasting(3);
  for (const hours of [1.5, 4])
    await expect(lasting(hours)).rejects.toMatchObject({
      code: "invalid",
      fields: [{ property: "slot.toTime" }],
    });
  await db().product.update({ where: { id: product.id }, data: { allowCustomDuration: false } });
  expect(await lasting(3, "10:00")).toMatchObject({ id: hold.id });
});

test("neither a hold nor its end fires anything, and no verb for bookings finds it", async () => {
  const { ctx, merchant, product, storeId } = await open();
  const { id } = await holdSlot(ctx, { slot: slotOf(product), customer: ada });
  for (const act of [confirmAppointment, cancelAppointment])
    await expect(act(merchant, { id })).rejects.toMatchObject({ code: "not-found" });
  await expect(getAppointment(merchant, { appointmentId: id })).rejects.toMatchObject({ code: "not-found" });
  expect(await typesOf(storeId)).toEqual([]);
});
