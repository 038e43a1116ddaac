import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { relayEvents } from "@/lib/events";
import { attemptBatch, fanOut, sweepWebhooks } from "@/lib/webhooks";
import { makeAttempt } from "../support/factories/delivery";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent, makeEvents } from "../support/factories/event";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain, findDelivery, letTimePass, triggers } from "../support/pipeline";
import { startReceiver } from "../support/receiver";

let storeId: string;

const receiver = await fileReceiver();
beforeEach(async () => {
  storeId = (await makeStore()).id;
  triggers.length = 0;
});

const sentTo = (path: string) => receiver.requests.filter((request) => request.path === path);

test("a committed event reaches every endpoint that wants its type, signed under its own secret, and no other", async () => {
  const all = await makeEndpoint({ storeId, url: `${receiver.url}/all` });
  const paid = await makeEndpoint({ storeId, url: `${receiver.url}/paid`, eventTypes: ["order.paid"] });
  await makeEndpoint({ storeId, url: `${receiver.url}/other`, eventTypes: ["order.refunded"] });
  await makeEndpoint({ storeId: (await makeStore()).id, url: `${receiver.url}/foreign` });
  const event = await makeEvent({ storeId, data: { order: { name: "Zoë 💇" } } });
  await deliver();

  expect(sentTo("/other")).toEqual([]);
  expect(sentTo("/foreign")).toEqual([]);
  for (const { id, url, secret } of [all, paid]) {
    const [request] = sentTo(new URL(url).pathname);
    const body = request!.rawBody.toString();
    expect(new Webhook(secret).verify(body, request!.headers)).toMatchObject({
      id: event.id,
      type: "order.paid",
      apiVersion: "1",
      storeId,
      sequence: 1,
      data: { order: { name: "Zoë 💇" } },
    });
    expect(request!.headers["x-opencals-signature"]).toBe(
      createHmac("sha256", secret).update(request!.rawBody).digest("hex"),
    );
    const delivery = await findDelivery({ endpointId: id });
    expect(delivery).toMatchObject({ status: "delivered", attempts: 1, dueAt: null, claimId: null });
    expect(request!.headers).toMatchObject({
      "webhook-id": event.id,
      "x-opencals-event": "order.paid",
      "x-opencals-delivery": delivery.id,
      "x-opencals-attempt": "1",
    });
  }
});

test("the body is made once: its timestamp is the event's, and every attempt sends the same bytes", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/flaky?fail=1` });
  const event = await makeEvent({ storeId });
  await deliver();
  await letTimePass(endpoint.id);
  await drain(endpoint.id);

  const sent = receiver.requests.filter(({ headers }) => headers["webhook-id"] === event.id);
  expect(sent).toHaveLength(2);
  expect(sent[1]!.rawBody.equals(sent[0]!.rawBody)).toBe(true);
  const { createdAt } = await db().event.findUniqueOrThrow({ where: { id: event.id } });
  expect(JSON.parse(sent[0]!.rawBody.toString()).timestamp).toBe(createdAt.toISOString());
  const { status, attemptRows } = await findDelivery({ endpointId: endpoint.id });
  expect(status).toBe("delivered");
  expect(attemptRows.map(({ number, outcome, statusCode }) => [number, outcome, statusCode])).toEqual([
    [1, "failed", 500],
    [2, "delivered", 200],
  ]);
});

test("ten failed attempts climb the ladder, each wait within a tenth of its rung, and then it is exhausted", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/500` });
  await makeEvent({ storeId });
  await deliver();
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 9; attempt++) {
    const { dueAt, lastAttemptAt, status } = await findDelivery({ endpointId: endpoint.id });
    expect(status).toBe("failed");
    waits.push((dueAt!.getTime() - lastAttemptAt!.getTime()) / 1000);
    await letTimePass(endpoint.id);
    await drain(endpoint.id);
  }
  for (const [index, rung] of [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].entries()) {
    expect(waits[index]).toBeGreaterThan(rung * 0.89);
    // The first ones by more: a busy machine may be late in writing down what came.
    expect(waits[index]).toBeLessThan(rung * 1.1 + 30);
  }
  const { status, dueAt, attempts, attemptRows } = await findDelivery({ endpointId: endpoint.id });
  expect({ status, dueAt, attempts, rows: attemptRows.length }).toEqual({
    status: "exhausted",
    dueAt: null,
    attempts: 10,
    rows: 10,
  });
});

test("410 disables the endpoint at once and holds what is open and what comes", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/410`, work: { cap: 1 } });
  await makeEvents(storeId, 3);
  await deliver();
  const { disabledAt, disabledReason } = await db().endpoint.findUniqueOrThrow({
    where: { id: endpoint.id },
  });
  expect([disabledAt !== null, disabledReason]).toEqual([true, "gone"]);
  await makeEvent({ storeId });
  await deliver();
  const statuses = await db().delivery.groupBy({ by: ["status"], where: { storeId }, _count: true });
  expect(statuses).toEqual([{ status: "held", _count: 4 }]);
  expect(sentTo("/410")).toHaveLength(1);
});

test("a NUL or half a surrogate pair in an answer loses nothing, of it or of its bulk", async () => {
  const dirty = await startReceiver({
    reply: (_request, response) => response.writeHead(200).end("before\0after"),
  });
  const endpoint = await makeEndpoint({ storeId, url: `${dirty.url}/nul` });
  const clean = await makeEndpoint({ storeId, url: `${receiver.url}/clean` });
  await makeEvent({ storeId });
  await deliver();
  const { status, attemptRows } = await findDelivery({ endpointId: endpoint.id });
  expect(status).toBe("delivered");
  expect(attemptRows[0]?.responseBody).toMatch(/^before.?after$/u);
  expect((await findDelivery({ endpointId: clean.id })).status).toBe("delivered");
  await dirty.close();
});

test("an outcome that the database refuses holds up no other of its bulk", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/bulk` });
  await makeEvents(storeId, 10);
  const { batch } = await fanOut(await relayEvents({ embedded: true }));
  const refused = await db().delivery.findFirstOrThrow({ where: { endpointId: endpoint.id }, skip: 4 });
  await makeAttempt({ storeId, deliveryId: refused.id, number: 1 });
  await attemptBatch({ batch, patienceMs: Infinity });
  const left = await db().delivery.findMany({ where: { storeId, status: { not: "delivered" } } });
  expect(left.map(({ id }) => id)).toEqual([refused.id]);
});

test("a secret that we cannot read is our fault: nothing is sent, and the endpoint is not blamed", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/sealed` });
  await db().endpointSecret.updateMany({
    where: { endpointId: endpoint.id },
    data: { ciphertext: "lost.a.b.c" },
  });
  await makeEvent({ storeId });
  await deliver();
  expect(sentTo("/sealed")).toEqual([]);
  const { status, ladder, attemptRows } = await findDelivery({ endpointId: endpoint.id });
  expect({ status, ladder }).toEqual({ status: "pending", ladder: 0 });
  expect(attemptRows).toMatchObject([{ outcome: "interrupted", failure: null }]);
  const { troubled } = await db().endpointWork.findUniqueOrThrow({ where: { endpointId: endpoint.id } });
  expect(troubled).toBe(false);
});

test("an endpoint that fails leaves another's deliveries alone", async () => {
  const dead = await makeEndpoint({ storeId, url: "http://127.0.0.1:1/dead" });
  const alive = await makeEndpoint({ storeId, url: `${receiver.url}/alive` });
  await makeEvents(storeId, 30);
  await deliver();
  await drain(alive.id);
  expect(await db().delivery.count({ where: { endpointId: alive.id, status: "delivered" } })).toBe(30);
  expect(await db().delivery.count({ where: { endpointId: dead.id, status: "delivered" } })).toBe(0);
});

test("a backlog drains with no delivery doubled", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/backlog` });
  const ids = await makeEvents(storeId, 1_000);
  await deliver();
  await drain(endpoint.id);
  const got = sentTo("/backlog").map(({ headers }) => headers["webhook-id"]);
  expect(got).toHaveLength(1_000);
  expect(new Set(got)).toEqual(new Set(ids));
  expect(await db().delivery.count({ where: { endpointId: endpoint.id, status: "delivered" } })).toBe(1_000);
});

test("never more than its cap of requests at once", async () => {
  let now = 0;
  let most = 0;
  const slow = await startReceiver({
    reply: (_request, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        response.writeHead(200).end();
      }, 10);
    },
  });
  const endpoint = await makeEndpoint({ storeId, url: `${slow.url}/cap`, work: { cap: 3 } });
  await makeEvents(storeId, 40);
  await deliver();
  await drain(endpoint.id);
  await sweepWebhooks({ embedded: true });
  expect(await db().delivery.count({ where: { endpointId: endpoint.id, status: "delivered" } })).toBe(40);
  expect(most).toBe(3);
  await slow.close();
});
