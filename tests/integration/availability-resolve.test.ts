import { expect, test } from "vitest";
import { listSlots } from "@/lib/booking";
import { resolveSlot, type WantedSlot } from "@/lib/booking/availability/resolve-slot";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { lapse, makeCartWith, slotOf } from "../support/factories/booking";
import { makeLocation, makeProduct, makeStaffMember } from "../support/factories/catalog";
import { createStore } from "../support/factories/store";

const days = 3;
const utcStore = (input: Parameters<typeof createStore>[0] = {}) =>
  createStore({ timezone: "UTC", ...input });

type Bookable = { id: string; durationSeconds: number };

/** Asks for a slot three days from now, at `at` UTC, for as long as the product takes unless told otherwise. */
function resolve(
  ctx: Ctx,
  product: Bookable,
  at: string,
  changes: Partial<WantedSlot> & { days?: number } = {},
) {
  const { days: after = days, ...rest } = changes;
  const slot = slotOf(product, { days: after, at });
  return resolveSlot(db(), ctx, {
    productId: product.id,
    from: new Date(`${slot.fromDate}T${slot.fromTime}Z`),
    to: new Date(`${slot.toDate}T${slot.toTime}Z`),
    seats: 1,
    ...rest,
  });
}

test("a free slot tells who gives it where, and what it occupies with its buffers", async () => {
  const { ctx, product, staffMember, location } = await utcStore({
    product: { beforeGapSeconds: 600, afterGapSeconds: 900 },
  });
  const found = await resolve(ctx, product, "11:00");
  const { fromDate } = slotOf(product, { days });
  expect(found).toMatchObject({
    ok: true,
    staffMember: { id: staffMember.id },
    location: { id: location.id },
    resource: `staff:${staffMember.id}`,
    during: { from: new Date(`${fromDate}T10:50:00Z`), to: new Date(`${fromDate}T12:15:00Z`) },
    capacity: 1,
  });
});

test("without staff the product occupies itself, at each place apart", async () => {
  const { ctx, schedule, location } = await utcStore();
  const common = { storeId: ctx.storeId, scheduleId: schedule.id };
  const placed = await makeProduct({ ...common, locationIds: [location.id] });
  const unplaced = await makeProduct(common);
  expect(await resolve(ctx, placed, "11:00")).toMatchObject({ resource: `self:${placed.id}:${location.id}` });
  expect(await resolve(ctx, unplaced, "11:00")).toMatchObject({ resource: `self:${unplaced.id}:none` });
});

test("each refusal says why", async () => {
  const { ctx, product, staffMember } = await utcStore({ product: { advanceScheduleDays: 10 } });
  const { storeId } = ctx;
  await makeCartWith(ctx, { slot: slotOf(product, { days, at: "11:00" }) });
  const elsewhere = await makeLocation({ storeId });
  const away = await makeStaffMember({ storeId, status: "inactive" });
  await db().productStaffMember.create({ data: { storeId, productId: product.id, staffMemberId: away.id } });
  const retired = await makeProduct({ storeId, status: "inactive" });
  const orphaned = await makeProduct({ storeId, staffMemberIds: [away.id] });
  const hour = (count: number) => new Date(Date.now() + count * 3_600_000);

  const refusals = {
    overlapping: await resolve(ctx, product, "11:30"),
    past: await resolve(ctx, product, "11:00", { days: -1 }),
    early: await resolve(ctx, product, "08:00"),
    late: await resolve(ctx, product, "16:15"),
    offGrid: await resolve(ctx, product, "09:05"),
    beyondTheHorizon: await resolve(ctx, product, "11:00", { days: 12 }),
    tooLong: await resolve(ctx, product, "13:00", { to: hour(100_000) }),
    backwards: await resolve(ctx, product, "13:00", { to: hour(1) }),
    crowd: await resolve(ctx, product, "13:00", { seats: 2 }),
    retired: await resolve(ctx, retired, "13:00"),
    inactivePerson: await resolve(ctx, product, "13:00", { staffMemberId: away.id }),
    nobodyActive: await resolve(ctx, orphaned, "13:00"),
    unknownPerson: await resolve(ctx, product, "13:00", { staffMemberId: newId() }),
    otherPlace: await resolve(ctx, product, "13:00", { locationId: elsewhere.id }),
  };
  const reasons = Object.entries(refusals).map(([name, answer]) => [name, answer.ok || answer.reason]);
  expect(Object.fromEntries(reasons)).toEqual({
    overlapping: "slot_taken",
    past: "slot_in_past",
    early: "outside_availability",
    late: "outside_availability",
    offGrid: "outside_availability",
    beyondTheHorizon: "outside_availability",
    tooLong: "outside_availability",
    backwards: "outside_availability",
    crowd: "capacity_exceeded",
    retired: "product_inactive",
    inactivePerson: "staff_unavailable",
    nobodyActive: "staff_unavailable",
    unknownPerson: "staff_unavailable",
    otherPlace: "location_unavailable",
  });
  expect(await resolve(ctx, product, "13:00", { staffMemberId: staffMember.id })).toMatchObject({ ok: true });
});

test("another store's product is not found, and its staff member and location are not to be had", async () => {
  const other = await utcStore();
  const { ctx, product } = await utcStore();
  await expect(resolve(ctx, other.product, "11:00")).rejects.toMatchObject({ code: "not-found" });
  const staffMemberId = other.staffMember.id;
  expect(await resolve(ctx, product, "11:00", { staffMemberId })).toMatchObject({
    reason: "staff_unavailable",
  });
  const locationId = other.location.id;
  expect(await resolve(ctx, product, "11:00", { locationId })).toMatchObject({
    reason: "location_unavailable",
  });
});

test("a person is booked only where they work", async () => {
  const { ctx, product, staffMember, location } = await utcStore();
  const { storeId } = ctx;
  const second = await makeLocation({ storeId });
  await db().productLocation.create({ data: { storeId, productId: product.id, locationId: second.id } });
  const there = { staffMemberId: staffMember.id, locationId: second.id };
  expect(await resolve(ctx, product, "11:00", there)).toMatchObject({ reason: "location_unavailable" });
  const here = { staffMemberId: staffMember.id, locationId: location.id };
  expect(await resolve(ctx, product, "11:00", here)).toMatchObject({ ok: true });
});

test("with nobody chosen, the free person with the fewest bookings that day is", async () => {
  const { ctx, product, staffMember, schedule, location } = await utcStore();
  const { storeId } = ctx;
  const lina = await makeStaffMember({ storeId, scheduleId: schedule.id, locationIds: [location.id] });
  await db().productStaffMember.create({ data: { storeId, productId: product.id, staffMemberId: lina.id } });
  const book = (staffMemberId: string, at: string, after = days) =>
    makeCartWith(ctx, { slot: { ...slotOf(product, { days: after, at }), staffMemberId } });
  const chosenAt = async (at: string) => {
    const found = await resolve(ctx, product, at);
    return found.ok && found.staffMember?.id;
  };
  await book(staffMember.id, "09:00");
  await book(lina.id, "09:00", days + 1);
  await book(lina.id, "11:00", days + 1);
  expect(await chosenAt("13:00")).toBe(lina.id);
  await book(lina.id, "09:00");
  await book(lina.id, "15:00");
  expect(await chosenAt("13:00")).toBe(staffMember.id);
  await book(staffMember.id, "13:00");
  expect(await chosenAt("13:00")).toBe(lina.id);
});

test("a class takes who fits, at its own time and place only", async () => {
  const { ctx, product, location } = await utcStore({ product: { maxAttendees: 8 } });
  const slot = slotOf(product, { days, at: "11:00" });
  const { cartId } = await makeCartWith(ctx, { slot, numberOfAttendees: 6 });
  expect(await resolve(ctx, product, "11:00", { seats: 2 })).toMatchObject({ ok: true, capacity: 8 });
  expect(await resolve(ctx, product, "11:00", { seats: 3 })).toMatchObject({ reason: "capacity_exceeded" });
  expect(await resolve(ctx, product, "11:15", { seats: 1 })).toMatchObject({ reason: "slot_taken" });

  const { storeId } = ctx;
  const second = await makeLocation({ storeId });
  await db().productLocation.create({ data: { storeId, productId: product.id, locationId: second.id } });
  await db().staffMemberLocation.deleteMany({ where: { storeId, locationId: location.id } });
  expect(await resolve(ctx, product, "11:00", { locationId: second.id })).toMatchObject({
    reason: "slot_taken",
  });

  await lapse(cartId);
  expect(await resolve(ctx, product, "11:00", { seats: 8 })).toMatchObject({ ok: true });
});

test("what is listed can be booked, and what is not listed cannot", async () => {
  const { ctx, product } = await utcStore({
    product: { beforeGapSeconds: 300, afterGapSeconds: 600, durationSeconds: 2700 },
    hours: [
      { from: "08:10:00", to: "12:00:00" },
      { from: "13:00:00", to: "18:00:00" },
    ],
  });
  for (const at of ["09:10", "14:00", "16:30"]) {
    await makeCartWith(ctx, { slot: slotOf(product, { days, at }) });
  }
  const date = slotOf(product, { days }).fromDate;
  const listed = (await listSlots(ctx, { productId: product.id, date })).map((s) => s.fromTime.slice(0, 5));
  expect(listed.length).toBeGreaterThan(5);
  for (let minute = 7 * 60; minute < 19 * 60; minute += 5) {
    const at = new Date(minute * 60_000).toISOString().slice(11, 16);
    const found = await resolve(ctx, product, at);
    expect([at, found.ok]).toEqual([at, listed.includes(at)]);
  }
});
