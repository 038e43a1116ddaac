import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { getQueueHealth, listFailingStores, searchAcross } from "@/lib/webhooks";
import { makeAttempt, makeDelivery, makeSequencedEvent } from "../support/factories/delivery";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvents } from "../support/factories/event";
import { makeStore } from "../support/factories/store";

beforeEach(() => db().delivery.updateMany({ data: { status: "delivered" } }));

async function makeFailing(name: string, answers: (number | null)[], status = "failed") {
  const { id: storeId, slug } = await makeStore({ name });
  const endpoint = await makeEndpoint({ storeId, work: { troubled: true } });
  for (const lastStatusCode of answers) {
    const lastFailure = lastStatusCode ? "http-status" : "refused";
    await makeDelivery({ storeId, endpointId: endpoint.id, status, lastFailure, lastStatusCode });
  }
  return { storeId, slug, endpoint };
}

test("stores whose deliveries fail come worst first, each with the commonest reason", async () => {
  const few = await makeFailing("Few", [500]);
  const many = await makeFailing("Many", [503, 503, null]);
  const given = await makeFailing("Given up", [null, null], "exhausted");
  await makeFailing("Well", [500], "delivered");
  await makeEndpoint({ storeId: many.storeId, disabledAt: new Date() });
  const stores = await listFailingStores();
  expect(stores.map(({ storeId }) => storeId)).toEqual([many.storeId, given.storeId, few.storeId]);
  expect(stores[0]).toMatchObject({
    slug: many.slug,
    name: "Many",
    openCount: 3,
    exhaustedCount: 0,
    failingEndpoints: 1,
    disabledEndpoints: 1,
    reason: { failure: "http-status", statusCode: 503, count: 2 },
  });
  expect(stores[1]).toMatchObject({
    openCount: 0,
    exhaustedCount: 2,
    reason: { failure: "refused", statusCode: null, count: 2 },
  });
});

test("a search finds a store by name, slug or id, an endpoint by name, URL or id, and a delivery by every id of it", async () => {
  const store = await makeStore({ name: "Maison Tressée 100%" });
  const storeId = store.id;
  const endpoint = await makeEndpoint({ storeId, name: "Till_sync", url: "https://tressee.example/till" });
  const event = await makeSequencedEvent({ storeId, type: "order.paid" });
  const delivery = await makeDelivery({
    storeId,
    endpointId: endpoint.id,
    eventId: event.id,
    status: "failed",
  });
  const attempt = await makeAttempt({ storeId, deliveryId: delivery.id });
  const idsOf = async (q: string) => (await searchAcross({ q })).map(({ kind, id }) => `${kind} ${id}`);

  for (const q of ["tressée 100%", store.slug, ` ${storeId} `])
    expect(await idsOf(q)).toEqual([`store ${storeId}`]);
  for (const q of ["till_sync", "tressee.example", endpoint.id])
    expect(await idsOf(q)).toEqual([`endpoint ${endpoint.id}`]);
  for (const q of [delivery.id, attempt.id, event.id, event.subjectId])
    expect(await idsOf(q)).toEqual([`delivery ${delivery.id}`]);
  const byName = await searchAcross({ q: `#${event.subjectName}` });
  expect(byName).toContainEqual({
    kind: "delivery",
    id: delivery.id,
    store: { id: storeId, slug: store.slug, name: store.name },
    title: "order.paid 1001 to Till_sync",
    detail: "failed",
  });
  for (const q of ["", "x", "tressee_example", "nobody has this", "a\0b", "%%"])
    expect(await idsOf(q)).toEqual([]);
  expect(JSON.stringify(await searchAcross({ q: endpoint.id }))).not.toContain("whsec_");
});

test("the queue's health counts what waits at each place, and how long", async () => {
  const before = await getQueueHealth();
  const { id: storeId } = await makeStore();
  await makeEvents(storeId, 3);
  await db()
    .$executeRaw`UPDATE event SET created_at = policy_now() - interval '90 s' WHERE store_id = ${storeId}::uuid`;
  const nextDueAt = new Date(Date.now() - 30_000);
  const { id: endpointId } = await makeEndpoint({ storeId, work: { nextDueAt } });
  const event = await makeSequencedEvent({ storeId });
  await makeDelivery({ storeId, endpointId, eventId: event.id, status: "pending", dueAt: nextDueAt });
  await makeDelivery({ storeId, endpointId, status: "held" });
  const claimId = "01a20d58-f78f-7f19-9238-961249f8e522";
  const dead = { claimId, claimedUntil: new Date(Date.now() - 1_000) };
  await makeDelivery({ storeId, endpointId, status: "pending", ...dead });

  const health = await getQueueHealth();
  const more = (what: "unsequenced" | "notFannedOut" | "due" | "held" | "claimed" | "deadClaims") =>
    health[what] - before[what];
  expect([more("unsequenced"), more("notFannedOut"), more("due")]).toEqual([3, 3, 1]);
  expect([more("held"), more("claimed"), more("deadClaims")]).toEqual([1, 1, 1]);
  expect(health.oldestUnsequencedSeconds).toBeGreaterThanOrEqual(90);
  expect(health.oldestDueSeconds).toBeGreaterThanOrEqual(30);
  expect(health.engineProcesses).toBe(0);
});
