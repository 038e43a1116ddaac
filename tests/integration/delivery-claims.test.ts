import type { ServerResponse } from "node:http";
import { beforeEach, expect, test } from "vitest";
import { relayEvents } from "@/lib/events";
import { db } from "@/lib/platform/db";
import { attemptBatch, drainEndpoint, fanOut, sweepWebhooks } from "@/lib/webhooks";
import { nextStatus, type Happening } from "@/lib/webhooks/delivery/status";
import { deliveryStatuses, type DeliveryStatus } from "@/lib/webhooks/contract";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent, makeEvents } from "../support/factories/event";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain, findDelivery, letLeasesEnd, letTimePass, triggers } from "../support/pipeline";

/** Requests to /wait are answered by the test, each in its turn. */
const unanswered: ServerResponse[] = [];
let storeId: string;

const receiver = await fileReceiver({
  reply: ({ path }, response) => {
    if (path === "/wait") unanswered.push(response);
    else response.writeHead(Number(path.slice(1)) || 200).end();
  },
});
beforeEach(async () => {
  storeId = (await makeStore()).id;
  triggers.length = 0;
  unanswered.length = 0;
});

const sweep = () => sweepWebhooks({ embedded: true });
const answer = (status: number) => unanswered.shift()!.writeHead(status).end();
const isAsked = (times: number) => expect.poll(() => unanswered.length).toBe(times);

async function relayAndFanOut(): Promise<string> {
  const { batch } = await fanOut(await relayEvents({ embedded: true }));
  return batch;
}

test("a stale worker cannot overwrite a newer outcome", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/wait` });
  await makeEvent({ storeId });
  const stale = deliver();
  await isAsked(1);
  await letLeasesEnd();
  await sweep();
  const fresh = drain(endpoint.id);
  await isAsked(2);
  unanswered.reverse();
  answer(200);
  await fresh;
  answer(500);
  await stale;

  const { status, attempts, ladder, attemptRows } = await findDelivery({ endpointId: endpoint.id });
  expect({ status, attempts, ladder }).toEqual({ status: "delivered", attempts: 2, ladder: 0 });
  expect(attemptRows.map(({ number, outcome }) => [number, outcome])).toEqual([
    [1, "interrupted"],
    [2, "delivered"],
  ]);
});

test("no attempt is sent twice, however many fan out, drain and sweep at once", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/200`, work: { cap: 4 } });
  await makeEvents(storeId, 60);
  const positions = await relayEvents({ embedded: true });
  const batches = await Promise.all([1, 2, 3, 4].map(() => fanOut(positions)));
  await Promise.all([
    ...batches.map(({ batch }) => attemptBatch({ batch, patienceMs: Infinity })),
    ...[1, 2, 3].map(() => drainEndpoint({ endpointId: endpoint.id, dueAt: null, isLast: true })),
    sweep(),
    sweep(),
  ]);
  await expect
    .poll(() => db().delivery.count({ where: { endpointId: endpoint.id, status: "delivered" } }))
    .toBe(60);
  const sent = receiver.requests.map(({ headers }) => headers["x-opencals-delivery"]);
  expect(sent).toHaveLength(60);
  expect(new Set(sent).size).toBe(60);
});

test("what a dead worker had in hand is due again after one sweep, shown as interrupted, its ladder untouched", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/200` });
  await makeEvent({ storeId });
  await relayAndFanOut();
  await letLeasesEnd();
  await sweep();
  expect(triggers.at(-1)).toMatchObject({ name: "webhooks/endpoint.due", data: { endpointId: endpoint.id } });
  const { status, claimId, ladder, attemptRows } = await findDelivery({ endpointId: endpoint.id });
  expect({ status, claimId, ladder }).toEqual({ status: "pending", claimId: null, ladder: 0 });
  expect(attemptRows).toMatchObject([{ number: 1, outcome: "interrupted", failure: null }]);
  await drain(endpoint.id);
  expect((await findDelivery({ endpointId: endpoint.id })).status).toBe("delivered");
});

test("the third interruption in a row counts, and from then on the delivery is attempted alone", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/wait` });
  const { id: eventId } = await makeEvent({ storeId });
  await relayAndFanOut();
  await db().delivery.updateMany({ where: { eventId }, data: { interruptions: 2 } });
  await letLeasesEnd();
  await sweep();
  const { status, ladder } = await findDelivery({ endpointId: endpoint.id, eventId });
  expect({ status, ladder }).toEqual({ status: "failed", ladder: 1 });

  await db().delivery.updateMany({ where: { eventId }, data: { dueAt: new Date(0), priority: 0 } });
  await makeEvents(storeId, 3);
  await relayAndFanOut();
  await db().delivery.updateMany({
    where: { endpointId: endpoint.id, eventId: { not: eventId } },
    data: { claimId: null, claimedUntil: null },
  });
  const draining = drain(endpoint.id);
  await isAsked(1);
  expect(receiver.requests.map(({ headers }) => headers["webhook-id"])).toEqual([eventId]);
  answer(200);
  await isAsked(3);
  while (unanswered.length > 0) answer(200);
  await draining;
  expect(await db().delivery.count({ where: { storeId, status: "delivered" } })).toBe(4);
});

test("a lost trigger is sent again by the sweep, once within its time", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/200`, work: { troubled: true } });
  await makeEvent({ storeId });
  await relayAndFanOut();
  const armed = () =>
    triggers.filter(({ data }) => (data as { endpointId?: string }).endpointId === endpoint.id);
  expect(armed()).toHaveLength(1);
  await sweep();
  expect(armed()).toHaveLength(1);
  await db().endpointWork.update({ where: { endpointId: endpoint.id }, data: { armedAt: new Date(0) } });
  await sweep();
  await sweep();
  expect(armed()).toHaveLength(2);
});

test("events handed over and never fanned out are handed over again", async () => {
  await makeEndpoint({ storeId, url: `${receiver.url}/200` });
  const { position } = await makeEvent({ storeId });
  await relayEvents({ embedded: true });
  const sent = () =>
    triggers.filter(({ data }) => (data as { positions?: string[] }).positions?.includes(String(position)));
  await sweep();
  expect(sent()).toHaveLength(0);
  await db().event.update({
    where: { position },
    data: { handedOverAt: new Date(Date.now() - 61_000) },
  });
  await sweep();
  await sweep();
  expect(sent()).toHaveLength(1);
});

test("only the drain that the row is armed for runs, and only one at a time", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/wait`, work: { troubled: true } });
  await makeEvent({ storeId });
  await relayAndFanOut();
  const stale = { endpointId: endpoint.id, dueAt: "2026-01-01T00:00:00.000000Z", isLast: true };
  expect(await drainEndpoint(stale)).toEqual({ goesOn: false });
  expect(receiver.requests).toEqual([]);
  const first = drain(endpoint.id);
  await isAsked(1);
  await drainEndpoint({ ...stale, dueAt: null });
  answer(200);
  await first;
  expect(receiver.requests).toHaveLength(1);
});

test("work that comes while a drain is at its end is never left lying", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/200`, work: { troubled: true } });
  for (let round = 0; round < 12; round++) {
    await makeEvent({ storeId });
    await relayAndFanOut();
    const draining = drain(endpoint.id);
    // A drain lingers for 50 ms: the later rounds' second event comes before, at, and after its end.
    await new Promise((resolve) => setTimeout(resolve, 40 + round * 4));
    await makeEvent({ storeId });
    triggers.length = 0;
    await deliver();
    await draining;
    const open = await db().delivery.count({ where: { endpointId: endpoint.id, status: "pending" } });
    expect(triggers).toHaveLength(open);
    if (open > 0) await drain(endpoint.id);
    await db().endpointWork.update({ where: { endpointId: endpoint.id }, data: { troubled: true } });
  }
  expect(await db().delivery.count({ where: { endpointId: endpoint.id, status: "delivered" } })).toBe(24);
});

test("a resend goes first; of ten claims one goes to the oldest retry and one to the oldest catch-up", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/wait`, work: { troubled: true } });
  await makeEvents(storeId, 26);
  await relayAndFanOut();
  const ids = (await db().delivery.findMany({ where: { storeId }, orderBy: { id: "asc" } })).map(
    ({ id }) => id,
  );
  const set = (id: string, priority: number) => db().delivery.update({ where: { id }, data: { priority } });
  await set(ids[25]!, 0);
  for (const id of ids.slice(20, 23)) await set(id, 2);
  for (const id of ids.slice(23, 25)) await set(id, 3);
  const draining = drain(endpoint.id);
  await isAsked(10);
  const first = receiver.requests.map(({ headers }) => ids.indexOf(headers["x-opencals-delivery"]!));
  expect(first[0]).toBe(25);
  expect(first.filter((index) => index >= 20 && index < 23).length).toBeGreaterThan(0);
  expect(first.filter((index) => index === 23 || index === 24).length).toBeGreaterThan(0);
  const answering = setInterval(() => unanswered.splice(0).forEach((one) => one.writeHead(200).end()), 5);
  await draining;
  clearInterval(answering);
  expect(receiver.requests).toHaveLength(26);
});

test("a deleted endpoint's open deliveries are canceled, and so is one whose type is no longer wanted", async () => {
  const deleted = await makeEndpoint({ storeId, url: `${receiver.url}/500` });
  const changed = await makeEndpoint({ storeId, url: `${receiver.url}/501` });
  await makeEvent({ storeId });
  await deliver();
  await db().endpoint.update({ where: { id: deleted.id }, data: { deletedAt: new Date() } });
  await db().endpoint.update({ where: { id: changed.id }, data: { eventTypes: ["order.refunded"] } });
  for (const { id } of [deleted, changed]) {
    await letTimePass(id);
    await drain(id);
    expect(await findDelivery({ endpointId: id })).toMatchObject({
      status: "canceled",
      dueAt: null,
      attempts: 1,
    });
  }
});

test("every status follows the table, whatever the database does it with", async () => {
  const settle: Record<"disabled" | "deleted", object> = {
    disabled: { disabledAt: new Date() },
    deleted: { deletedAt: new Date() },
  };
  const answers: Partial<Record<Happening, string>> = {
    delivered: "/200",
    failed: "/500",
    "failed-for-the-last-time": "/500",
    gone: "/410",
  };
  for (const status of deliveryStatuses) {
    for (const happening of [
      "delivered",
      "failed",
      "failed-for-the-last-time",
      "gone",
      "disabled",
      "deleted",
    ] as const) {
      const path = answers[happening] ?? "/200";
      const own = (await makeStore()).id;
      const endpoint = await makeEndpoint({
        storeId: own,
        url: receiver.url + path,
        work: { troubled: true },
      });
      await makeEvent({ storeId: own });
      await relayAndFanOut();
      const { id } = await findDelivery({ endpointId: endpoint.id });
      const ladder = happening === "failed-for-the-last-time" ? 9 : 1;
      await db().delivery.update({ where: { id }, data: { status, ladder } });
      if (happening === "disabled" || happening === "deleted")
        await db().endpoint.update({ where: { id: endpoint.id }, data: settle[happening] });
      await drain(endpoint.id);
      const after = await findDelivery({ endpointId: endpoint.id });
      expect([status, happening, after.status]).toEqual([
        status,
        happening,
        nextStatus(status as DeliveryStatus, happening),
      ]);
    }
  }
});
