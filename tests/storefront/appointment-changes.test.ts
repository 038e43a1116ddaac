import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import {
  book,
  dayFromNow,
  fillCart,
  freeSlots,
  openStorefront,
  type Storefront,
} from "@/tests/support/bookable-storefront";
import { customerBearer } from "@/tests/support/customer-bearer";
import { appointmentFacts, typesOf } from "@/tests/support/facts";
import { serveStorefront } from "@/tests/support/serve-storefront";

const baseUrl = await serveStorefront();
let storefront: Storefront;
let call: Storefront["call"];
beforeEach(async () => {
  storefront = await openStorefront(baseUrl);
  call = storefront.call;
});

type Booked = { appointmentId: string; authorization: string };

const reschedule = ({ appointmentId, authorization }: Booked, slot: unknown, more: object = {}) =>
  call(`/appointments/${appointmentId}/reschedule`, {
    method: "PUT",
    headers: { authorization },
    body: { slot, ...more },
  });
const cancel = ({ appointmentId, authorization }: Booked, body: object = {}) =>
  call(`/appointments/${appointmentId}/cancel`, { method: "PUT", headers: { authorization }, body });
const rowOf = ({ appointmentId }: Booked) =>
  db().appointment.findUniqueOrThrow({ where: { id: appointmentId } });
const setProduct = (data: object) => db().product.update({ where: { id: storefront.product.id }, data });
const subjects = async () =>
  (await db().mail.findMany({ where: { storeId: storefront.store.id }, orderBy: { id: "asc" } })).map(
    ({ subject }) => subject.split(":")[0],
  );

describe("a customer who reschedules", () => {
  test("has their appointment there, its old time is free, one event tells from where, and a mail is on its way", async () => {
    const before = await freeSlots(storefront);
    const booked = await book(storefront);
    const previous = await rowOf(booked);
    const { status, body } = await reschedule(booked, before[4]);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: booked.appointmentId,
      status: "scheduled",
      from: `${before[4]!.fromDate}T${before[4]!.fromTime}.000Z`,
    });
    const after = await freeSlots(storefront);
    expect(after).toContainEqual(before[0]);
    expect(after).not.toContainEqual(before[4]);
    const [, moved, ...more] = await appointmentFacts(storefront.store.id);
    expect(more).toEqual([]);
    expect(moved).toMatchObject({
      type: "appointment.rescheduled",
      subjectId: booked.appointmentId,
      orderingKey: booked.order.id,
      data: {
        appointment: { from: body.from, to: body.to, orderId: booked.order.id },
        previous: {
          from: previous.from.toISOString(),
          to: previous.to.toISOString(),
          staffMemberId: storefront.staffMember.id,
          locationId: storefront.location.id,
        },
      },
    });
    expect(await subjects()).toEqual(["Booked", "Rescheduled"]);
  });

  test("to the slot that is theirs already changes nothing: 200, no event, no mail", async () => {
    const [slot] = await freeSlots(storefront);
    const booked = await book(storefront, slot);
    expect((await reschedule(booked, slot)).status).toBe(200);
    expect(await typesOf(storefront.store.id)).toEqual(["appointment.created"]);
    expect(await subjects()).toEqual(["Booked"]);
  });

  test("may overlap the time that they give up", async () => {
    const slots = await freeSlots(storefront);
    const booked = await book(storefront, slots[0]);
    expect((await reschedule(booked, slots[1])).status).toBe(200);
  });

  test("or cancels without wanting to be told gets no mail", async () => {
    const slots = await freeSlots(storefront);
    const booked = await book(storefront, slots[0]);
    await reschedule(booked, slots[4], { notifyCustomer: false });
    await cancel(booked, { notifyCustomer: false });
    expect(await subjects()).toEqual(["Booked"]);
  });
});

describe("a customer who cancels", () => {
  test("frees the time, and one event says that it was they; nothing is refunded by it", async () => {
    const before = await freeSlots(storefront);
    const booked = await book(storefront);
    const { status, body } = await cancel(booked);
    expect([status, body.status]).toEqual([200, "canceled"]);
    expect(await freeSlots(storefront)).toEqual(before);
    const facts = await appointmentFacts(storefront.store.id);
    expect(facts.map(({ type }) => type)).toEqual(["appointment.created", "appointment.canceled"]);
    expect(facts[1]).toMatchObject({
      orderingKey: booked.order.id,
      data: { canceledBy: "customer", appointment: { id: booked.appointmentId, status: "canceled" } },
    });
    expect(await subjects()).toEqual(["Booked", "Canceled"]);
    expect(await db().orderRefund.count({ where: { storeId: storefront.store.id } })).toBe(0);
  });

  test("twice is told that it is canceled, and no second event", async () => {
    const booked = await book(storefront);
    await cancel(booked);
    const again = await cancel(booked);
    expect([again.status, again.body.errors[0].property]).toEqual([400, "appointmentId"]);
    const [slot] = await freeSlots(storefront);
    expect((await reschedule(booked, slot)).status).toBe(400);
    expect(await typesOf(storefront.store.id)).toEqual(["appointment.created", "appointment.canceled"]);
  });
});

describe("a slot that cannot be had is refused by name, and nothing changes", () => {
  const someId = "01936f0e-0000-7000-8000-000000000000";
  const onDay = (days: number) => ({ fromDate: dayFromNow(days), toDate: dayFromNow(days) });
  test.each([
    ["31 February", { fromDate: "2027-02-31" }, 400, "slot.fromDate"],
    ["no time", { fromTime: undefined }, 400, "slot.fromTime"],
    ["another duration", { toTime: "23:00:00" }, 400, "slot.toTime"],
    ["another product", { productId: someId }, 400, "slot.productId"],
    ["an unknown staff member", { staffMemberId: someId }, 404, "slot.staffMemberId"],
    ["an unknown location", { locationId: someId }, 404, "slot.locationId"],
    ["the past", onDay(-3), 409, "slot.fromDate"],
    ["beyond the horizon", onDay(2000), 409, "slot.fromTime"],
    ["outside hours", { fromTime: "02:00:00", toTime: "03:00:00" }, 409, "slot.fromTime"],
  ])("%s", async (_what, change, status, property) => {
    const slots = await freeSlots(storefront);
    const booked = await book(storefront, slots[0]);
    const before = await rowOf(booked);
    const answer = await reschedule(booked, { ...slots[4], ...change });
    expect([answer.status, answer.body.errors[0].property]).toEqual([status, property]);
    expect(await rowOf(booked)).toEqual(before);
    expect(await typesOf(storefront.store.id)).toEqual(["appointment.created"]);
  });

  test("one that somebody else has or holds: 409 not available", async () => {
    const slots = await freeSlots(storefront);
    const booked = await book(storefront, slots[0]);
    await book(storefront, slots[4], { authorization: booked.authorization });
    await fillCart(storefront, slots[8]);
    for (const slot of [slots[4], slots[8]]) {
      const { status, body } = await reschedule(booked, slot);
      expect([status, body.errors[0].property]).toEqual([409, "slot.fromTime"]);
      expect(body.message).toContain("not available");
    }
    expect(await typesOf(storefront.store.id)).toEqual(["appointment.created", "appointment.created"]);
  });

  test("nothing at all", async () => {
    const booked = await book(storefront);
    const { status, body } = await reschedule(booked, undefined);
    expect([status, body.errors[0].property]).toEqual([400, "slot"]);
  });
});

describe("what the product does not let its customers do is 400 and changes nothing", () => {
  const farAway = 40 * 86_400;
  test.each([
    ["rescheduling", { allowCustomerReschedule: false }, 400, 200],
    ["canceling", { allowCustomerCancel: false }, 200, 400],
    ["rescheduling inside the gap", { rescheduleGapSeconds: farAway }, 400, 200],
    ["canceling inside the gap", { cancelGapSeconds: farAway }, 200, 400],
  ])("%s", async (_what, rules, rescheduled, canceled) => {
    const slots = await freeSlots(storefront);
    const booked = await book(storefront, slots[0]);
    const { from } = await rowOf(booked);
    await setProduct(rules);
    const answers = [await reschedule(booked, slots[4]), await cancel(booked)];
    expect(answers.map(({ status }) => status)).toEqual([rescheduled, canceled]);
    const refused = answers.find(({ status }) => status === 400)!;
    expect(refused.body).toMatchObject({ statusCode: 400, errors: [{ property: "appointmentId" }] });
    const row = await rowOf(booked);
    expect([row.status, row.from.getTime() === from.getTime()]).toEqual(
      rescheduled === 200 ? ["scheduled", false] : ["canceled", true],
    );
    expect(await typesOf(storefront.store.id)).toEqual([
      "appointment.created",
      rescheduled === 200 ? "appointment.rescheduled" : "appointment.canceled",
    ]);
  });

  test.each(["pending", "completed"])("anything with one that is %s", async (status) => {
    const slots = await freeSlots(storefront);
    const booked = await book(storefront, slots[0]);
    await db().appointment.update({ where: { id: booked.appointmentId }, data: { status } });
    expect((await reschedule(booked, slots[4])).status).toBe(400);
    expect((await cancel(booked)).status).toBe(400);
    expect(await typesOf(storefront.store.id)).toEqual(["appointment.created"]);
  });
});

test("an appointment that is not one's own, or only a hold, is not found by any verb", async () => {
  const slots = await freeSlots(storefront);
  const { appointmentId } = await book(storefront, slots[0]);
  const stranger = await customerBearer(storefront.store.id);
  const { appointment } = await fillCart(storefront, slots[4], { authorization: stranger });
  for (const id of [appointmentId, appointment.id as string]) {
    const theirs = { appointmentId: id, authorization: stranger };
    expect((await reschedule(theirs, slots[8])).status).toBe(404);
    expect((await cancel(theirs)).status).toBe(404);
  }
  const headers = { authorization: stranger };
  expect((await call("/appointments/by-external-order-name/1001", { headers })).status).toBe(404);
  expect((await call(`/appointments/${appointmentId}/cancel`, { method: "PUT", body: {} })).status).toBe(401);
  expect(await typesOf(storefront.store.id)).toEqual(["appointment.created"]);
});

test("the list finds a moved appointment on its new day only, and takes a limit", async () => {
  const booked = await book(storefront);
  await book(storefront, (await freeSlots(storefront))[4], { authorization: booked.authorization });
  const [later] = await freeSlots(storefront, dayFromNow(5));
  await reschedule(booked, later);
  const found = async (query: string) => {
    const { body } = await call(`/appointments?${query}`, {
      headers: { authorization: booked.authorization },
    });
    return (body.data as { id: string }[]).map(({ id }) => id);
  };
  expect(await found(`date=${dayFromNow(5)}`)).toEqual([booked.appointmentId]);
  expect(await found(`date=${dayFromNow(2)}`)).not.toContain(booked.appointmentId);
  expect(await found("orderBy=from&order=DESC&limit=1")).toEqual([booked.appointmentId]);
});
