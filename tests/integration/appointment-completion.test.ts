import { describe, expect, test } from "vitest";
import {
  cancelAppointment,
  completeAppointments,
  rescheduleAppointment,
  submitCheckout,
} from "@/lib/booking";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeBookable, makeBooking, makeCartWith, makePaidCart, slotOf } from "../support/factories/booking";
import { makeMember } from "../support/factories/member";
import { appointmentFacts, typesOf } from "../support/facts";

const hourMs = 3_600_000;

/** Moves a booking's end to so long ago. */
const letEnd = (id: string, agoMs = 1_000) =>
  db().appointment.update({
    where: { id },
    data: { from: new Date(Date.now() - agoMs - hourMs), to: new Date(Date.now() - agoMs) },
  });
const statusOf = async (id: string) => (await db().appointment.findUniqueOrThrow({ where: { id } })).status;
const completedOf = async (storeId: string) =>
  (await appointmentFacts(storeId)).filter(({ type }) => type === "appointment.completed");

type Bookable = Awaited<ReturnType<typeof makeBookable>>;

/** Scheduled bookings, one an hour, the last of which has just ended. */
async function makeEnded({ storeId, product, staffMember }: Bookable, count: number) {
  const email = `${newId()}@customers.example`;
  const customer = await db().customer.create({ data: { id: newId(), storeId, email, externalId: email } });
  const rows = Array.from({ length: count }, (_, ago) => ({
    id: newId(),
    storeId,
    name: String(5000 + ago),
    productId: product.id,
    staffMemberId: staffMember.id,
    customerId: customer.id,
    status: "scheduled",
    from: new Date(Date.now() - (ago + 1) * hourMs),
    to: new Date(Date.now() - ago * hourMs - 1),
  }));
  await db().appointment.createMany({ data: rows });
  return rows;
}

test("a booking whose end has passed is completed, and tells of it exactly once", async () => {
  const { ctx, product, storeId } = await makeBookable();
  const { hold, order } = await makeBooking(ctx, { slot: slotOf(product) });
  await completeAppointments();
  expect(await statusOf(hold.id)).toBe("scheduled");
  await letEnd(hold.id);
  await completeAppointments();
  await completeAppointments();
  expect(await statusOf(hold.id)).toBe("completed");
  expect(await completedOf(storeId)).toMatchObject([
    { subjectId: hold.id, orderingKey: order.id, data: { appointment: { status: "completed" } } },
  ]);
});

test("after days of downtime, with several workers at once, every booking tells exactly once", async () => {
  const store = await makeBookable();
  const rows = await makeEnded(store, 230);
  const counts = await Promise.all([1, 2, 3].map(() => completeAppointments()));
  expect(counts.reduce((sum, { completed }) => sum + completed, 0)).toBe(rows.length);
  const told = (await completedOf(store.storeId)).map(({ subjectId }) => subjectId);
  expect(new Set(told).size).toBe(rows.length);
  expect(told).toHaveLength(rows.length);
  expect(await db().appointment.count({ where: { storeId: store.storeId, status: "scheduled" } })).toBe(0);
});

test("one worker alone tells them in the order of their ends", async () => {
  const store = await makeBookable();
  const rows = await makeEnded(store, 120);
  await completeAppointments();
  const told = (await completedOf(store.storeId)).map(({ subjectId }) => subjectId);
  expect(told).toEqual(rows.map(({ id }) => id).reverse());
});

describe("nothing completes", () => {
  test("that was moved to a later time, pending, canceled or only held", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const { ctx: merchant } = await makeMember({ storeId });
    const at = (hour: number) => slotOf(product, { at: `${hour}:00` });
    const { hold: moved } = await makeBooking(ctx, { slot: at(10) });
    const { hold: pending } = await makeBooking(ctx, { slot: at(12) });
    const { hold: canceled } = await makeBooking(ctx, { slot: at(14) });
    const { hold: held } = await makeCartWith(ctx, { slot: at(16) });
    await db().appointment.update({ where: { id: pending.id }, data: { status: "pending" } });
    for (const { id } of [moved, pending, canceled, held]) await letEnd(id);
    await cancelAppointment(merchant, { id: canceled.id });
    await rescheduleAppointment(merchant, { id: moved.id, slot: at(18) });
    await completeAppointments();
    expect(await completedOf(storeId)).toEqual([]);
    expect(await statusOf(moved.id)).toBe("scheduled");
  });

  test("twice when a worker moves it at the same moment: it is completed or moved, never both", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const { ctx: merchant } = await makeMember({ storeId });
    for (let round = 0; round < 8; round++) {
      const { hold } = await makeBooking(ctx, { slot: slotOf(product, { days: 2 + 2 * round }) });
      await letEnd(hold.id);
      const [moving] = await Promise.allSettled([
        rescheduleAppointment(merchant, { id: hold.id, slot: slotOf(product, { days: 3 + 2 * round }) }),
        completeAppointments(),
      ]);
      const completed = (await completedOf(storeId)).filter(({ subjectId }) => subjectId === hold.id);
      expect(completed).toHaveLength(moving.status === "fulfilled" ? 0 : 1);
      expect(await statusOf(hold.id)).toBe(moving.status === "fulfilled" ? "scheduled" : "completed");
    }
  });
});

test("one that cannot be completed holds up no other, and is tried again the next time", async () => {
  const store = await makeBookable();
  const rows = await makeEnded(store, 9);
  const stuck = rows[5]!.id;
  await db().appointment.update({ where: { id: stuck }, data: { productId: newId() } });
  expect(await completeAppointments()).toEqual({ completed: 8, failed: 1 });
  await db().appointment.update({ where: { id: stuck }, data: { productId: store.product.id } });
  expect(await completeAppointments()).toEqual({ completed: 1, failed: 0 });
  expect(await completedOf(store.storeId)).toHaveLength(9);
});

test("where money is captured on fulfillment, completing the order's last booking takes it: order.paid after it", async () => {
  const store = await makeBookable();
  const { storeId, ctx } = store;
  await db().store.update({ where: { id: storeId }, data: { captureMethod: "on_fulfillment" } });
  const { cartId, hold } = await makePaidCart(store);
  await submitCheckout(ctx, { cartId, appointmentsSettings: { markAsScheduled: true } });
  await letEnd(hold.id);
  await completeAppointments();
  const events = await db().event.findMany({ where: { storeId }, orderBy: { position: "asc" } });
  expect(events.map(({ type }) => type)).toEqual([
    "appointment.created",
    "appointment.completed",
    "order.paid",
  ]);
  expect(new Set(events.map(({ orderingKey }) => orderingKey)).size).toBe(1);
  expect(await typesOf(storeId)).toHaveLength(2);
});
