import { Temporal } from "temporal-polyfill";
import { beforeAll, describe, expect, test } from "vitest";
import { book, freeSlots, openStorefront, type Storefront } from "@/tests/support/bookable-storefront";
import { customerBearer } from "@/tests/support/customer-bearer";
import { makeProduct } from "@/tests/support/factories/catalog";
import { serveStorefront } from "@/tests/support/serve-storefront";

const allDay = [{ from: "00:00:00", to: "24:00:00" }];
const minuteMs = 60_000;
const baseUrl = await serveStorefront();

type Slot = { fromDate: string; fromTime: string; toDate: string; toTime: string };
const startOf = (slot: Slot) => Date.parse(`${slot.fromDate}T${slot.fromTime}Z`);
const endOf = (slot: Slot) => Date.parse(`${slot.toDate}T${slot.toTime}Z`);
const wallOf = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);

/** The next two changes of the clocks: one skips wall time, one repeats it. */
function nextChanges(zone: string) {
  const first = Temporal.Now.zonedDateTimeISO(zone).add({ days: 1 }).getTimeZoneTransition("next")!;
  return [first, first.getTimeZoneTransition("next")!];
}

describe.each(["America/New_York", "Europe/London", "Australia/Lord_Howe"])(
  "where the clocks change: %s",
  (zone) => {
    const opened = { timezone: zone, hours: allDay, defaultAdvanceScheduleDays: 400 };
    let storefront: Storefront;
    /** Of the customer who makes every booking here, from the first one on. */
    let headers: { authorization?: string } = {};
    beforeAll(async () => {
      storefront = await openStorefront(baseUrl, opened);
    });

    test("both days have as many slots as they are long, and every one is really an hour", async () => {
      for (const change of nextChanges(zone)) {
        const slots = await freeSlots(storefront, change.toPlainDate().toString());
        expect(slots.length / 4).toBe(change.hoursInDay);
        for (const slot of slots) expect(endOf(slot) - startOf(slot)).toBe(60 * minuteMs);
        const steps = slots.slice(1).map((slot, i) => startOf(slot) - startOf(slots[i]!));
        expect(new Set(steps)).toEqual(new Set([15 * minuteMs]));
      }
    });

    test("a booking across the change takes an hour of real time, and nothing else of the day", async () => {
      for (const change of nextChanges(zone)) {
        const date = change.toPlainDate().toString();
        const before = await freeSlots(storefront, date);
        const from = change.epochMilliseconds - 30 * minuteMs;
        const chosen = before.find((slot) => startOf(slot) === from);
        const { appointmentId, authorization } = await book(storefront, chosen, headers);
        headers = { authorization };
        const { body } = await storefront.call(`/appointments/${appointmentId}`, { headers });
        expect([Date.parse(body.from), Date.parse(body.to)]).toEqual([from, from + 60 * minuteMs]);
        const after = await freeSlots(storefront, date);
        const gone = before.filter((slot) => Math.abs(startOf(slot) - from) < 60 * minuteMs);
        expect(after).toEqual(before.filter((slot) => !gone.includes(slot)));
        expect(gone).toContain(chosen);
        const again = await storefront.call("/appointments", { body: { slot: chosen } });
        expect(again.status).toBe(409);
      }
    });

    test("a booking that is moved onto the change, and past it, stays an hour of real time", async () => {
      const own = await openStorefront(baseUrl, opened);
      let signedIn: { authorization?: string } = {};
      for (const change of nextChanges(zone)) {
        const [date, dayBefore] = [0, 1].map((days) => change.toPlainDate().subtract({ days }).toString());
        const slots = await freeSlots(own, date);
        const before = await freeSlots(own, dayBefore);
        const { appointmentId, authorization } = await book(own, before[0], signedIn);
        signedIn = { authorization };
        for (const minutes of [-45, 180]) {
          const from = change.epochMilliseconds + minutes * minuteMs;
          const slot = slots.find((one) => startOf(one) === from);
          const { body } = await own.call(`/appointments/${appointmentId}/reschedule`, {
            ...{ method: "PUT", headers: signedIn },
            body: { slot },
          });
          expect([Date.parse(body.from), Date.parse(body.to)]).toEqual([from, from + 60 * minuteMs]);
          const gone = slots.filter((one) => Math.abs(startOf(one) - from) < 60 * minuteMs);
          expect(await freeSlots(own, date)).toEqual(slots.filter((one) => !gone.includes(one)));
        }
        expect(await freeSlots(own, dayBefore)).toEqual(before);
      }
    });

    test("wall time that comes twice can be booked twice", async () => {
      const repeating = nextChanges(zone).find((change) => change.hoursInDay > 24)!;
      const date = repeating.toPlainDate().toString();
      const product = await makeProduct({
        storeId: storefront.store.id,
        scheduleId: storefront.schedule.id,
        durationSeconds: 900,
      });
      const own = { ...storefront, product };
      const repeatedMs = (repeating.hoursInDay - 24) * 60 * minuteMs;
      const slots = await freeSlots(own, date);
      const first = slots.find((slot) => startOf(slot) === repeating.epochMilliseconds - repeatedMs)!;
      const second = slots.find((slot) => startOf(slot) === repeating.epochMilliseconds)!;
      expect(wallOf(startOf(second), zone)).toBe(wallOf(startOf(first), zone));
      headers = { authorization: (await book(own, first, headers)).authorization };
      expect(await freeSlots(own, date)).toContainEqual(second);
      await book(own, second, headers);
      expect(await freeSlots(own, date)).toEqual(slots.filter((slot) => slot !== first && slot !== second));
    });
  },
);

test("a store in Kathmandu, three quarters of an hour off, opens and is booked by its own clock", async () => {
  const storefront = await openStorefront(baseUrl, { timezone: "Asia/Kathmandu" });
  const date = Temporal.Now.plainDateISO("Asia/Kathmandu").add({ days: 2 }).toString();
  const slots = await freeSlots(storefront, date);
  expect(slots[0]).toMatchObject({ fromDate: date, fromTime: "03:15:00", toTime: "04:15:00" });
  expect(slots.at(-1)).toMatchObject({ fromTime: "10:15:00", toTime: "11:15:00" });
  const { appointmentId, authorization } = await book(storefront, slots[0]);
  const { body } = await storefront.call(`/appointments/${appointmentId}`, { headers: { authorization } });
  expect(body).toMatchObject({ from: `${date}T03:15:00.000Z`, to: `${date}T04:15:00.000Z` });
  const kept = await storefront.call(`/appointments?date=${date}`, { headers: { authorization } });
  expect(kept.body.data).toMatchObject([{ id: appointmentId }]);
});

describe("times that cannot be are refused by the name of their property", () => {
  let storefront: Storefront;
  let authorization: string;
  beforeAll(async () => {
    storefront = await openStorefront(baseUrl, {
      timezone: "UTC",
      hours: allDay,
      product: { allowCustomDuration: true, maxDurationSeconds: 10_800, advanceScheduleDays: 30 },
    });
    authorization = await customerBearer(storefront.store.id);
  });
  const refusedGet = async (path: string, property: string) => {
    const { status, body } = await storefront.call(path, { headers: { authorization } });
    expect(body).toMatchObject({ statusCode: 400, errors: [{ property }] });
    expect(status).toBe(400);
  };
  const date = Temporal.Now.plainDateISO("UTC").add({ days: 2 }).toString();
  const beyond = Temporal.Now.plainDateISO("UTC").add({ days: 31 }).toString();

  test.each(["current-availabilities", "current-availability-ranges"])("of %s", async (operation) => {
    const path = `/products/${storefront.product.id}/${operation}`;
    await refusedGet(`${path}?date=2027-02-31`, "date");
    await refusedGet(`${path}?date=${beyond}`, "date");
    await refusedGet(`${path}?date=${date}&timezone=Europe/Brussel`, "timezone");
    await refusedGet(`${path}?date=${date}&timezone=%2B25:00`, "timezone");
    await refusedGet(`${path}?date=${date}&duration=5400`, "duration");
    await refusedGet(`${path}?date=${date}&duration=14400`, "duration");
    await refusedGet(`${path}?date=${date}&duration=1e400`, "duration");
  });

  test.each([
    ["31 February", { fromDate: "2027-02-31" }, 400, "slot.fromDate"],
    ["25 o'clock", { fromTime: "25:00:00" }, 400, "slot.fromTime"],
    ["a length that is no multiple", { toTime: "11:30:00" }, 400, "slot.toTime"],
    ["an end before its beginning", { toTime: "09:00:00" }, 400, "slot.toTime"],
    ["a day beyond the horizon", { fromDate: beyond, toDate: beyond }, 409, "slot.fromTime"],
    ["yesterday", { fromDate: "2025-01-01", toDate: "2025-01-01" }, 409, "slot.fromDate"],
    ["a time off the grid", { fromTime: "10:07:00", toTime: "11:07:00" }, 409, "slot.fromTime"],
  ])("of a hold: %s", async (_, wrong, expected, property) => {
    const times = { fromDate: date, fromTime: "10:00:00", toDate: date, toTime: "11:00:00" };
    const slot = { productId: storefront.product.id, ...times, ...wrong };
    const { status, body } = await storefront.call("/appointments", { body: { slot } });
    expect(body).toMatchObject({ statusCode: expected, errors: [{ property }] });
    expect(status).toBe(expected);
    expect(await freeSlots(storefront, date)).toHaveLength(96);
  });

  test("of lists: 31 February, and more than a page may hold", async () => {
    await refusedGet("/appointments?date=2027-02-31", "date");
    for (const list of [
      "products",
      "staff-members",
      "locations",
      "product-collections",
      "appointments",
      "orders",
    ]) {
      await refusedGet(`/${list}?take=1000`, "take");
      await refusedGet(`/${list}?take=0`, "take");
      await refusedGet(`/${list}?page=0`, "page");
    }
  });
});
