import { beforeEach, expect, test } from "vitest";
import { countBookings, daysSpan, getBooking, listAgenda, listBookables, listBookings } from "@/lib/booking";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeAppointment } from "../support/factories/appointment";
import { makeBookable, makeCartWith, lapse, slotOf } from "../support/factories/booking";
import { makeLocation, makeSchedule, makeStaffMember } from "../support/factories/catalog";
import { makeMember } from "../support/factories/member";

type Salon = Awaited<ReturnType<typeof makeBookable>>;
let salon: Salon;
let ctx: Ctx;
beforeEach(async () => {
  salon = await makeBookable();
  ctx = (await makeMember({ storeId: salon.storeId, role: "viewer" })).ctx;
});

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Math.floor(Date.now() / hour) * hour + hours * hour);
const book = (hours: number, fields: Partial<Parameters<typeof makeAppointment>[0]> = {}) =>
  makeAppointment({ salon, from: inHours(hours), ...fields });
const week = () => ({ from: inHours(-100).toISOString(), to: inHours(100).toISOString() });

test("the book shows bookings and live holds in order of time; a lapsed hold is in it no more", async () => {
  const later = await book(5);
  const earlier = await book(3, { status: "canceled" });
  const { hold } = await makeCartWith(salon.ctx, { slot: slotOf(salon.product, { days: 2 }) });
  const gone = await makeCartWith(salon.ctx, { slot: slotOf(salon.product, { days: 2, at: "15:00" }) });
  await lapse(gone.cartId);

  const items = await listAgenda(ctx, week());
  expect(items.map(({ id, status }) => [id, status])).toEqual([
    [earlier.id, "canceled"],
    [later.id, "scheduled"],
    [hold.id, "hold"],
  ]);
  expect(items[0]).toMatchObject({
    customerName: "Ada Maes",
    product: { title: salon.product.title },
    staffMember: { id: salon.staffMember.id },
    location: { id: salon.location.id },
    zone: "UTC",
  });
  expect(await countBookings(ctx, week())).toMatchObject({ hold: 1, canceled: 1, scheduled: 1, pending: 0 });
});

test("a list begins with what is not over, and walks page by page both ways without a gap", async () => {
  const ids: string[] = [];
  for (const at of [-30, -20, 1, 2, 3, 4, 5]) ids.push((await book(at)).id);
  const take = 2;
  const first = await listBookings(ctx, { take });
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(2, 4));
  const second = await listBookings(ctx, { take, after: first.later! });
  const third = await listBookings(ctx, { take, after: second.later! });
  expect([...second.items, ...third.items].map(({ id }) => id)).toEqual(ids.slice(4));
  expect(third.later).toBeNull();
  const past = await listBookings(ctx, { take, before: first.earlier! });
  expect(past.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(past).toMatchObject({ earlier: null, later: ids[1] });
});

test("filters narrow by status, staff member, location and day", async () => {
  const { storeId } = salon;
  const other = await makeStaffMember({ storeId });
  const elsewhere = await makeLocation({ storeId });
  const pending = await book(2, { status: "pending" });
  const others = await book(3, { staffMemberId: other.id });
  const there = await book(4, { locationId: elsewhere.id });
  const ids = async (filter: object) =>
    (await listBookings(ctx, { ...filter, take: 9 })).items.map(({ id }) => id);
  expect(await ids({ status: "pending" })).toEqual([pending.id]);
  expect(await ids({ staffMemberId: other.id })).toEqual([others.id]);
  expect(await ids({ locationId: elsewhere.id })).toEqual([there.id]);
  expect(await ids({ status: "completed" })).toEqual([]);
  const day = daysSpan({ date: inHours(4).toISOString().slice(0, 10), zone: "UTC" });
  expect(await ids({ ...day })).toContain(there.id);
  expect(await ids({ from: inHours(50).toISOString(), to: inHours(60).toISOString() })).toEqual([]);
});

test("a booking's times are told by the clocks of its location", async () => {
  const { storeId } = salon;
  const { id: scheduleId } = await makeSchedule({ storeId, timezone: "Asia/Kathmandu" });
  const far = await makeLocation({ storeId, scheduleId, title: "Thamel" });
  const { id } = await book(2, { locationId: far.id });
  expect(await getBooking(ctx, { id })).toMatchObject({
    zone: "Asia/Kathmandu",
    location: { title: "Thamel" },
  });
  expect((await listBookables(ctx)).locations).toContainEqual({
    id: far.id,
    title: "Thamel",
    zone: "Asia/Kathmandu",
  });
});

test("another store's book is not found, nor listed, nor a place to page from", async () => {
  const mine = await book(2);
  const stranger = await makeMember({ storeId: (await makeBookable()).storeId });
  await expect(getBooking(stranger.ctx, { id: mine.id })).rejects.toThrow("not found");
  await expect(getBooking(ctx, { id: newId() })).rejects.toThrow("not found");
  await expect(getBooking(ctx, { id: "1001" })).rejects.toThrow("not found");
  expect(await listAgenda(stranger.ctx, week())).toEqual([]);
  expect((await listBookings(stranger.ctx, { take: 5, after: mine.id })).items).toEqual([]);
  expect((await listBookables(stranger.ctx)).products.map(({ id }) => id)).not.toContain(salon.product.id);
});

test("a booking says what it costs, who made it and to which order it belongs", async () => {
  const { id } = await book(2, { createdBy: "merchant", internalNote: "Rings the bell twice" });
  const { priceMinor } = await db().product.findFirstOrThrow({ where: { id: salon.product.id } });
  expect(await getBooking(ctx, { id })).toMatchObject({
    ...{ priceMinor, currency: "EUR", order: null, createdBy: "merchant" },
    internalNote: "Rings the bell twice",
    customer: { email: "ada@example.com" },
  });
});
