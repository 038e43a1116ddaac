import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { findNearest, listRanges, listSlots } from "@/lib/booking";
import type { CurrentAvailabilitySlot } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { lapse, makeCartWith, slotOf } from "../support/factories/booking";
import { makeLocation, makeProduct, makeSchedule, makeStaffMember } from "../support/factories/catalog";
import { createStore } from "../support/factories/store";

const days = 3;
const utcDay = (after = days) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);
const date = utcDay();

/** Open from nine to five UTC, so that tests can write hours as they are answered. */
const utcStore = (input: Parameters<typeof createStore>[0] = {}) =>
  createStore({ timezone: "UTC", ...input });

const startsOf = async (ctx: Ctx, query: Parameters<typeof listSlots>[1]) =>
  (await listSlots(ctx, query)).map((slot) => slot.fromTime.slice(0, 5));

const timesOf = (slots: CurrentAvailabilitySlot[]) =>
  slots.map(({ fromTime, toTime }) => `${fromTime.slice(0, 5)}–${toTime.slice(0, 5)}`);

test("slots lie within the hours of the person, the place and the product, a step apart from the opening", async () => {
  const { ctx, product, staffMember, location } = await utcStore();
  const { storeId } = ctx;
  const place = await makeSchedule({
    storeId,
    timezone: "UTC",
    hours: [{ from: "10:00:00", to: "14:00:00" }],
  });
  await db().location.update({ where: { id: location.id }, data: { scheduleId: place.id } });
  const own = await makeSchedule({
    storeId,
    timezone: "UTC",
    hours: [{ from: "09:10:00", to: "12:00:00" }],
    gapMinutes: 30,
  });
  await db().product.update({ where: { id: product.id }, data: { scheduleId: own.id } });
  expect(await listSlots(ctx, { productId: product.id, date })).toEqual([
    {
      productId: product.id,
      fromDate: date,
      fromTime: "10:10:00",
      toDate: date,
      toTime: "11:10:00",
      staffMemberIds: [staffMember.id],
      locationIds: [location.id],
      attendees: 0,
      maxAttendees: 1,
    },
    expect.objectContaining({ fromTime: "10:40:00", toTime: "11:40:00" }),
  ]);
});

test("hours of a date replace the weekly ones of that day", async () => {
  const hours = [{}, { fromDate: date, from: "18:00:00", to: "20:00:00" }];
  const { ctx, product } = await utcStore({ hours });
  expect(await startsOf(ctx, { productId: product.id, date })).toEqual([
    ...["18:00", "18:15", "18:30", "18:45", "19:00"],
  ]);
  expect((await startsOf(ctx, { productId: product.id, date: utcDay(days + 1) }))[0]).toBe("09:00");
});

test("a day is the local day of the zone that is asked for, and of the store when none is", async () => {
  const { ctx, product } = await createStore({
    timezone: "Asia/Kathmandu",
    hours: [{ from: "00:00:00", to: "24:00:00" }],
  });
  const [first] = await listSlots(ctx, { productId: product.id, date });
  expect(first).toMatchObject({ fromDate: utcDay(days - 1), fromTime: "18:15:00" });
  const inUtc = await listSlots(ctx, { productId: product.id, date, timezone: "UTC" });
  expect(inUtc[0]).toMatchObject({ fromDate: date, fromTime: "00:00:00" });
  expect(inUtc).toHaveLength(96);
});

test.each(["America/New_York", "Europe/London"])(
  "a change of the clocks in %s costs or gives an hour",
  async (timezone) => {
    const { ctx, product } = await createStore({
      timezone,
      hours: [{ from: "00:00:00", to: "24:00:00" }],
      defaultAdvanceScheduleDays: 400,
    });
    for (const { date, hours } of nextChanges(timezone)) {
      const slots = await listSlots(ctx, { productId: product.id, date });
      expect(slots.length / 4).toBe(hours);
      const instants = slots.map((slot) => Date.parse(`${slot.fromDate}T${slot.fromTime}Z`));
      expect(instants.every((at, i) => i === 0 || at - instants[i - 1]! === 15 * 60_000)).toBe(true);
    }
  },
);

test("held time is taken until the hold has expired, cleaned up or not", async () => {
  const { ctx, product } = await utcStore();
  const query = { productId: product.id, date };
  const { cartId } = await makeCartWith(ctx, { slot: slotOf(product, { days, at: "11:00" }) });
  expect(await startsOf(ctx, query)).toEqual([
    ...["09:00", "09:15", "09:30", "09:45", "10:00"],
    ...["12:00", "12:15", "12:30", "12:45", "13:00", "13:15", "13:30", "13:45"],
    ...["14:00", "14:15", "14:30", "14:45", "15:00", "15:15", "15:30", "15:45", "16:00"],
  ]);
  await lapse(cartId);
  expect(await startsOf(ctx, query)).toContain("11:00");
});

test("buffers of neighbours add up, and so does the schedule's gap", async () => {
  const { ctx, product, schedule } = await utcStore({
    product: { beforeGapSeconds: 600, afterGapSeconds: 900 },
  });
  await db().schedule.update({ where: { id: schedule.id }, data: { appointmentsGapSeconds: 300 } });
  await makeCartWith(ctx, { slot: slotOf(product, { days, at: "12:00" }) });
  const starts = await startsOf(ctx, { productId: product.id, date });
  expect(starts.filter((at) => at < "12:00").at(-1)).toBe("10:30");
  expect(starts.find((at) => at >= "12:00")).toBe("13:30");
});

test("a person's time is taken for every product; without a person only the product's own at that place is", async () => {
  const { ctx, product, staffMember, location, schedule } = await utcStore();
  const { storeId } = ctx;
  const other = await makeProduct({ storeId, title: "Color", staffMemberIds: [staffMember.id] });
  await makeCartWith(ctx, { slot: slotOf(product, { days, at: "11:00" }) });
  expect(await startsOf(ctx, { productId: other.id, date })).not.toContain("11:00");

  const second = await makeLocation({ storeId });
  const sauna = await makeProduct({
    storeId,
    title: "Sauna",
    scheduleId: schedule.id,
    locationIds: [location.id, second.id],
  });
  const slot = { ...slotOf(sauna, { days, at: "11:00" }), locationId: location.id };
  await makeCartWith(ctx, { slot });
  const atEleven = (await listSlots(ctx, { productId: sauna.id, date })).find(
    (s) => s.fromTime === "11:00:00",
  );
  expect(atEleven).toMatchObject({ locationIds: [second.id], staffMemberIds: null });
});

test("one row a time names everybody who is free then", async () => {
  const { ctx, product, staffMember, schedule, location } = await utcStore();
  const colleague = await makeStaffMember({
    storeId: ctx.storeId,
    scheduleId: schedule.id,
    locationIds: [location.id],
  });
  await db().productStaffMember.create({
    data: { storeId: ctx.storeId, productId: product.id, staffMemberId: colleague.id },
  });
  const slot = { ...slotOf(product, { days, at: "11:00" }), staffMemberId: staffMember.id };
  await makeCartWith(ctx, { slot });
  const slots = await listSlots(ctx, { productId: product.id, date });
  const at = (time: string) => slots.filter((s) => s.fromTime === time).map((s) => s.staffMemberIds);
  expect(at("09:00:00")).toEqual([[staffMember.id, colleague.id]]);
  expect(at("11:00:00")).toEqual([[colleague.id]]);
  const own = { productId: product.id, date, staffMemberId: staffMember.id };
  expect(await startsOf(ctx, own)).not.toContain("11:00");
});

test("a class stays listed with its seats taken, when it is full too", async () => {
  const { ctx, product } = await utcStore({ product: { maxAttendees: 8 } });
  const slot = slotOf(product, { days, at: "11:00" });
  const classAt = async () =>
    (await listSlots(ctx, { productId: product.id, date })).filter((s) => s.fromTime === "11:00:00");
  await makeCartWith(ctx, { slot, numberOfAttendees: 3 });
  expect(await classAt()).toMatchObject([{ attendees: 3, maxAttendees: 8 }]);
  expect(await startsOf(ctx, { productId: product.id, date })).not.toContain("11:15");
  await makeCartWith(ctx, { slot, numberOfAttendees: 5 });
  expect(await classAt()).toMatchObject([{ attendees: 8, maxAttendees: 8 }]);
});

test("a booking that is being moved does not stand in its own way, in slots, in ranges and for the nearest", async () => {
  const { ctx, product } = await utcStore({ product: { advanceScheduleDays: days } });
  const { hold } = await makeCartWith(ctx, { slot: slotOf(product, { days, at: "11:00" }) });
  const query = { productId: product.id, date };
  const moving = { ...query, excludeAppointmentId: hold.id };
  expect(await startsOf(ctx, moving)).toContain("11:15");
  expect(timesOf(await listRanges(ctx, query))).toEqual(["09:00–11:00", "12:00–17:00"]);
  expect(timesOf(await listRanges(ctx, moving))).toEqual(["09:00–17:00"]);

  const { hold: first } = await makeCartWith(ctx, { slot: await nearestOf(ctx, product.id) });
  const again = await nearestOf(ctx, product.id, first.id);
  expect(Date.parse(`${again.fromDate}T${again.fromTime}Z`)).toBe(Date.parse(String(first.from)));
});

test("of a class, the seats of the booking that is being moved are free", async () => {
  const { ctx, product } = await utcStore({ product: { maxAttendees: 4 } });
  const slot = slotOf(product, { days, at: "11:00" });
  await makeCartWith(ctx, { slot, numberOfAttendees: 1 });
  const { hold } = await makeCartWith(ctx, { slot, numberOfAttendees: 3 });
  const query = { productId: product.id, date, excludeAppointmentId: hold.id };
  const atEleven = (await listSlots(ctx, query)).filter((s) => s.fromTime === "11:00:00");
  expect(atEleven).toMatchObject([{ attendees: 1, maxAttendees: 4 }]);
});

test("another store's booking cannot be left out", async () => {
  const { ctx, product } = await utcStore();
  const other = await utcStore();
  const { hold } = await makeCartWith(ctx, { slot: slotOf(product, { days, at: "11:00" }) });
  const theirs = await makeCartWith(other.ctx, { slot: slotOf(other.product, { days, at: "11:00" }) });
  const query = { productId: product.id, date, excludeAppointmentId: theirs.hold.id };
  expect(await startsOf(ctx, query)).not.toContain("11:00");
  expect(await startsOf(ctx, { ...query, excludeAppointmentId: hold.id })).toContain("11:00");
});

test("free time that goes on past midnight ends with the booking that begins last, to the minute", async () => {
  const { ctx, product } = await utcStore({
    hours: [{ from: "00:00:00", to: "24:00:00" }],
    product: { advanceScheduleDays: days },
  });
  const [range] = await listRanges(ctx, { productId: product.id, date: utcDay(days - 1) });
  expect(range).toMatchObject({ fromTime: "00:00:00", toDate: date, toTime: "01:00:00" });
  const [today] = await listRanges(ctx, { productId: product.id });
  expect(Date.parse(`${today?.fromDate}T${today?.fromTime}Z`)).toBeGreaterThan(Date.now() - 120_000);
});

test("a custom duration is a multiple of the product's own, up to its longest", async () => {
  const { ctx, product } = await utcStore({
    product: { allowCustomDuration: true, maxDurationSeconds: 10_800 },
  });
  const query = { productId: product.id, date };
  const slots = await listSlots(ctx, { ...query, duration: 10_800 });
  expect(timesOf(slots).at(-1)).toBe("14:00–17:00");
  for (const duration of [5400, 14_400, 0, -3600]) {
    await expect(listSlots(ctx, { ...query, duration })).rejects.toMatchObject(invalidIn("duration"));
  }
});

test("nothing can be booked beyond the horizon", async () => {
  const { ctx, product } = await utcStore({ product: { advanceScheduleDays: days } });
  expect(await startsOf(ctx, { productId: product.id, date })).toContain("16:00");
  const beyond = { productId: product.id, date: utcDay(days + 1) };
  await expect(listSlots(ctx, beyond)).rejects.toMatchObject(invalidIn("date"));
  await expect(listRanges(ctx, beyond)).rejects.toMatchObject(invalidIn("date"));
  const furthest = (await listRanges(ctx, { productId: product.id })).at(-1);
  expect(furthest).toMatchObject({ fromDate: date, toTime: "17:00:00" });
});

test("a day that cannot be, and a zone that is none, are named", async () => {
  const { ctx, product } = await utcStore();
  const query = { productId: product.id, date };
  for (const date of ["2027-02-31", "soon"]) {
    await expect(listSlots(ctx, { ...query, date })).rejects.toMatchObject(invalidIn("date"));
  }
  await expect(listSlots(ctx, { ...query, timezone: "Mars/Base" })).rejects.toMatchObject(
    invalidIn("timezone"),
  );
});

test("days gone by, and a product that is not active, have no slots", async () => {
  const { ctx, product } = await utcStore();
  expect(await listSlots(ctx, { productId: product.id, date: "2020-02-29" })).toEqual([]);
  await db().product.update({ where: { id: product.id }, data: { status: "inactive" } });
  expect(await listSlots(ctx, { productId: product.id, date })).toEqual([]);
  expect(await listRanges(ctx, { productId: product.id })).toEqual([]);
  expect(await findNearest(ctx, { productId: product.id })).toBeNull();
});

test("ranges are the free time around what is taken, without gaps too short to book", async () => {
  const { ctx, product } = await utcStore();
  await makeCartWith(ctx, { slot: slotOf(product, { days, at: "10:30" }) });
  await makeCartWith(ctx, { slot: slotOf(product, { days, at: "12:00" }) });
  const ranges = await listRanges(ctx, { productId: product.id, date });
  expect(timesOf(ranges)).toEqual(["09:00–10:30", "13:00–17:00"]);
});

test("the nearest slot is the first that still has room", async () => {
  const closedFor = { fromDate: utcDay(0), toDate: utcDay(19), from: "00:00:00", to: "24:00:00" };
  const { ctx, product, staffMember, location } = await utcStore({
    hours: [{}, { ...closedFor, status: "unavailable" }],
  });
  await makeCartWith(ctx, { slot: slotOf(product, { days: 20, at: "09:00" }) });
  expect(await findNearest(ctx, { productId: product.id })).toEqual({
    productId: product.id,
    fromDate: utcDay(20),
    fromTime: "10:00:00",
    toDate: utcDay(20),
    toTime: "11:00:00",
    staffMemberId: staffMember.id,
    locationId: location.id,
  });
});

test("another store's product has no availability: it is not found", async () => {
  const { product } = await utcStore();
  const { ctx } = await utcStore();
  const missing = { code: "not-found" };
  await expect(listSlots(ctx, { productId: product.id, date })).rejects.toMatchObject(missing);
  await expect(listRanges(ctx, { productId: product.id })).rejects.toMatchObject(missing);
  await expect(findNearest(ctx, { productId: product.id })).rejects.toMatchObject(missing);
  await expect(listSlots(ctx, { productId: "nonsense", date })).rejects.toMatchObject(missing);
});

async function nearestOf(ctx: Ctx, productId: string, excludeAppointmentId?: string) {
  const nearest = await findNearest(ctx, { productId, excludeAppointmentId });
  if (!nearest) throw new Error("There is no free slot.");
  return nearest;
}

const invalidIn = (property: string) => ({ code: "invalid", fields: [{ property }] });

/** The days of the next two changes of the clocks, and how many hours they have. */
function nextChanges(zone: string) {
  const first = Temporal.Now.zonedDateTimeISO(zone).add({ days: 1 }).getTimeZoneTransition("next")!;
  return [first, first.getTimeZoneTransition("next")!].map((change) => ({
    date: change.toPlainDate().toString(),
    hours: change.hoursInDay,
  }));
}
