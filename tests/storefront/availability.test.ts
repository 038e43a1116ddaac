import { beforeAll, expect, test } from "vitest";
import {
  dayFromNow,
  fillCart,
  freeSlots,
  openStorefront,
  type Storefront,
} from "@/tests/support/bookable-storefront";
import { makeProduct } from "@/tests/support/factories/catalog";
import { serveStorefront } from "@/tests/support/serve-storefront";

let storefront: Storefront;
let slots: (query: string) => ReturnType<Storefront["call"]>;
const date = dayFromNow(2);
beforeAll(async () => {
  storefront = await openStorefront(await serveStorefront());
  slots = (query) => storefront.call(`/products/${storefront.product.id}/current-availabilities?${query}`);
});

test("a day's slots carry everybody and every place that is free, in UTC", async () => {
  const { product, staffMember, location } = storefront;
  const { body } = await slots(`date=${date}`);
  expect(body[0]).toMatchObject({
    ...{ productId: product.id, fromDate: date, toDate: date, attendees: 0, maxAttendees: 1 },
    ...{ staffMemberIds: [staffMember.id], locationIds: [location.id] },
  });
  expect(Date.parse(`${date}T${body[0].toTime}Z`) - Date.parse(`${date}T${body[0].fromTime}Z`)).toBe(
    3_600_000,
  );
});

test("a time zone chooses the local day, and nothing else", async () => {
  const { body } = await slots(`date=${date}&timezone=Pacific/Kiritimati`);
  for (const slot of body) expect([dayFromNow(1), date]).toContain(slot.fromDate);
});

test.each([
  ["", "date"],
  ["date=soon", "date"],
  ["date=2026-02-30", "date"],
  [`date=${date}&timezone=Mars/Olympus`, "timezone"],
  [`date=${date}&duration=long`, "duration"],
  [`date=${date}&duration=1800`, "duration"],
  [`date=${date}&duration=-3600`, "duration"],
  [`date=${date}&staffMemberId=lotte`, "staffMemberId"],
  [`date=${date}&locationId=main`, "locationId"],
  [`date=${date}&excludeAppointmentId=1001`, "excludeAppointmentId"],
  [`date=${date}&date=${date}`, "date"],
])("a query of %j is refused by the name of %s", async (query, property) => {
  const { status, body } = await slots(query);
  expect(status).toBe(400);
  expect(body.errors[0].property).toBe(property);
});

test("the nearest slot is the first of the first free day, and 204 says that there is none", async () => {
  const { call, product, store } = storefront;
  const nearest = await call(`/products/${product.id}/nearest-availability`);
  expect(nearest.status).toBe(200);
  const [first] = await freeSlots(storefront, nearest.body.fromDate);
  expect(first).toMatchObject({ fromDate: nearest.body.fromDate, fromTime: nearest.body.fromTime });
  const orphan = await makeProduct({ storeId: store.id, status: "inactive" });
  expect((await call(`/products/${orphan.id}/nearest-availability`)).status).toBe(204);
});

test("ranges span the day's slots, and without a date the days to come", async () => {
  const { call, product } = storefront;
  const path = `/products/${product.id}/current-availability-ranges`;
  const day = await call(`${path}?date=${date}`);
  const listed = await slots(`date=${date}`);
  expect(day.body[0].fromTime).toBe(listed.body[0].fromTime);
  expect(day.body.at(-1).toTime).toBe(listed.body.at(-1).toTime);
  const all = await call(path);
  expect(all.body.length).toBeGreaterThan(day.body.length);
});

test("a booking that is to be moved is left out of what is taken", async () => {
  const { call, product } = storefront;
  const [slot] = await freeSlots(storefront, date);
  const { appointment } = await fillCart(storefront, slot);
  const except = `excludeAppointmentId=${appointment.id}`;
  const path = `/products/${product.id}`;
  expect(await freeSlots(storefront, date)).not.toContainEqual(slot);
  expect((await slots(`date=${date}&${except}`)).body[0]).toMatchObject({ fromTime: slot?.fromTime });
  const ranges = await call(`${path}/current-availability-ranges?date=${date}&${except}`);
  expect(ranges.body[0]).toMatchObject({ fromTime: slot?.fromTime });
  for (const operation of ["current-availability-ranges", "nearest-availability"]) {
    const { status, body } = await call(`${path}/${operation}?excludeAppointmentId=1001`);
    expect(status).toBe(400);
    expect(body.errors[0].property).toBe("excludeAppointmentId");
  }
  expect((await call(`${path}/nearest-availability?${except}`)).status).toBe(200);
});
