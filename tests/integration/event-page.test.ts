import { beforeEach, expect, test } from "vitest";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { getEvent, listEvents, listEventsOf, listReceivers } from "@/lib/webhooks";
import { makeDelivery, makeSequencedEvent } from "../support/factories/delivery";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";

let ctx: Ctx;
let storeId: string;
let stranger: Ctx;
beforeEach(async () => {
  storeId = (await makeStore()).id;
  ctx = (await makeMember({ storeId, role: "viewer" })).ctx;
  stranger = (await makeMember({ storeId: (await makeStore()).id })).ctx;
});

test("an event has its exact bytes and every delivery of it", async () => {
  const event = await makeSequencedEvent({ storeId, body: '{"exact":1}' });
  const { id: endpointId } = await makeEndpoint({ storeId, name: "Client app" });
  const delivery = await makeDelivery({ storeId, endpointId, eventId: event.id, status: "failed" });
  expect(await getEvent(ctx, event.id)).toMatchObject({
    body: '{"exact":1}',
    isTest: false,
    isOnItsWay: false,
    sequence: Number(event.sequence),
    deliveries: [{ id: delivery.id, endpointName: "Client app", status: "failed" }],
  });
  const kept = await makeSequencedEvent({ storeId, body: null });
  expect((await getEvent(ctx, kept.id)).body).toBeNull();
  await expect(getEvent(stranger, event.id)).rejects.toThrow("not found");
});

test("events are listed newest first, page by page both ways, by type and booking; examples are none", async () => {
  const ids: string[] = [];
  for (const type of ["order.paid", "order.paid", "order.refunded", "order.paid", "order.paid"])
    ids.unshift((await makeSequencedEvent({ storeId, type })).id);
  const example = await makeSequencedEvent({ storeId });
  await db().event.update({ where: { id: example.id }, data: { isTest: true } });
  const listed = async (page: object) => {
    const { items, ...ways } = await listEvents(ctx, { take: 2, ...page });
    return { ids: items.map(({ id }) => id), ...ways };
  };
  const first = await listed({});
  expect(first).toEqual({ ids: ids.slice(0, 2), previous: null, next: ids[1] });
  const second = await listed({ before: first.next });
  expect(second).toEqual({ ids: ids.slice(2, 4), previous: ids[2], next: ids[3] });
  expect(await listed({ before: second.next })).toEqual({ ids: ids.slice(4), previous: ids[4], next: null });
  expect(await listed({ after: second.previous })).toEqual(first);
  expect((await listed({ type: "order.refunded" })).ids).toEqual([ids[2]]);
  expect((await listed({ subjectName: "1001", take: 9 })).ids).toEqual(ids);
  expect((await listed({ subjectName: "1002" })).ids).toEqual([]);
  expect((await listEvents(stranger, { take: 9 })).items).toEqual([]);
  expect((await listEvents(stranger, { take: 9, before: ids[0] })).items).toEqual([]);
});

test("what was said of a booking comes in the order in which it happened, each with its deliveries", async () => {
  const { id: endpointId } = await makeEndpoint({ storeId });
  const [created, paid] = [
    await makeSequencedEvent({ storeId }),
    await makeSequencedEvent({ storeId, type: "order.paid" }),
  ];
  await makeSequencedEvent({ storeId });
  await makeDelivery({ storeId, endpointId, eventId: paid.id, status: "held" });
  const subjectIds = [created.subjectId, paid.subjectId];
  const said = await listEventsOf(ctx, { subjectIds });
  expect(said.map(({ type, deliveries }) => [type, deliveries.map(({ status }) => status)])).toEqual([
    ["appointment.created", []],
    ["order.paid", ["held"]],
  ]);
  expect(await listEventsOf(stranger, { subjectIds })).toEqual([]);
});

test("an act says to whom its event would go, and for whom it would be held", async () => {
  const [locationId, elsewhereId] = [newId(), newId()];
  await makeEndpoint({ storeId, name: "All" });
  await makeEndpoint({ storeId, name: "Elsewhere", locationIds: [elsewhereId] });
  await makeEndpoint({ storeId, name: "Here", locationIds: [locationId] });
  await makeEndpoint({ storeId, name: "Orders", eventTypes: ["order.paid"] });
  await makeEndpoint({ storeId, name: "Off", disabledAt: new Date() });
  await makeEndpoint({ storeId, name: "Gone", deletedAt: new Date() });
  const at = { locationIds: [locationId], productIds: [newId()], staffMemberIds: [] };
  expect(await listReceivers(ctx, { type: "appointment.canceled", ...at })).toEqual({
    sent: ["All", "Here"],
    held: ["Off"],
  });
  const paid = { type: "order.paid", ...at };
  expect(await listReceivers(ctx, paid)).toEqual({ sent: ["All", "Here", "Orders"], held: ["Off"] });
  expect(await listReceivers(stranger, paid)).toEqual({ sent: [], held: [] });
});
