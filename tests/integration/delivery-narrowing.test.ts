import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent } from "../support/factories/event";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain, findDelivery, letTimePass } from "../support/pipeline";

let storeId: string;
const [here, there, cut, shave, ana, ben] = Array.from({ length: 6 }, () => newId()) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const receiver = await fileReceiver();
beforeEach(async () => {
  storeId = (await makeStore()).id;
});

const eventsOf = async (endpointId: string) =>
  (await db().delivery.findMany({ where: { endpointId }, orderBy: { eventId: "asc" } })).map(
    ({ eventId }) => eventId,
  );

test.each([
  ["location", { locationIds: [here] }, { locationIds: [here] }, { locationIds: [there] }],
  ["product", { productIds: [cut] }, { productIds: [shave, cut] }, { productIds: [shave] }],
  ["staff member", { staffMemberIds: [ana] }, { staffMemberIds: [ben, ana] }, { staffMemberIds: [] }],
])(
  "an endpoint narrowed to a %s gets what any line of matches, and nothing else",
  async (_, narrowing, hit, miss) => {
    const endpoint = await makeEndpoint({ storeId, url: receiver.url, ...narrowing });
    const all = await makeEndpoint({ storeId, url: `${receiver.url}/all` });
    const wanted = await makeEvent({ storeId, ...hit });
    const other = await makeEvent({ storeId, ...miss });
    await deliver();
    expect(await eventsOf(endpoint.id)).toEqual([wanted.id]);
    expect(await eventsOf(all.id)).toEqual([wanted.id, other.id].sort());
  },
);

test("two narrowings both have to match", async () => {
  const endpoint = await makeEndpoint({
    storeId,
    url: receiver.url,
    locationIds: [here],
    staffMemberIds: [ana],
  });
  await makeEvent({ storeId, locationIds: [here], staffMemberIds: [ben] });
  const both = await makeEvent({ storeId, locationIds: [here], staffMemberIds: [ana] });
  await deliver();
  expect(await eventsOf(endpoint.id)).toEqual([both.id]);
});

test("a type is not sent to those who chose others, and is to those who take all", async () => {
  const chosen = await makeEndpoint({ storeId, url: receiver.url, eventTypes: ["order.paid"] });
  const all = await makeEndpoint({ storeId, url: `${receiver.url}/all` });
  const event = await makeEvent({ storeId, type: "order.refunded" });
  await deliver();
  expect(await eventsOf(chosen.id)).toEqual([]);
  expect(await eventsOf(all.id)).toEqual([event.id]);
});

test.each([
  ["a deselected type", { eventTypes: ["order.refunded"] }],
  ["a deselected location", { locationIds: [there] }],
])("%s is not retried", async (_, change) => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/500` });
  await makeEvent({ storeId, locationIds: [here] });
  await deliver();
  await db().endpoint.update({ where: { id: endpoint.id }, data: change });
  await letTimePass(endpoint.id);
  await drain(endpoint.id);
  expect(receiver.requests).toHaveLength(1);
  expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({ status: "canceled", dueAt: null });
});
