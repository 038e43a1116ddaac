import { beforeEach, expect, test } from "vitest";
import { orNotFound } from "@/app/or-not-found";
import { systemCtx, type Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { countDeliveries, getDelivery, listDeliveries } from "@/lib/webhooks";
import { makeAttempt, makeDelivery, makeSequencedEvent } from "../support/factories/delivery";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeStore } from "../support/factories/store";

let ctx: Ctx;
let storeId: string;
let endpointId: string;

beforeEach(async () => {
  storeId = (await makeStore()).id;
  ctx = systemCtx(storeId);
  endpointId = (await makeEndpoint({ storeId })).id;
});

async function makeMany(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) ids.push((await makeDelivery({ storeId, endpointId })).id);
  return ids.reverse();
}

const idsOf = ({ items }: Awaited<ReturnType<typeof listDeliveries>>) => items.map(({ id }) => id);

test("pages follow each other without a gap or a repeat, forward and back", async () => {
  const ids = await makeMany(7);
  const first = await listDeliveries(ctx, { take: 3 });
  expect(idsOf(first)).toEqual(ids.slice(0, 3));
  expect([first.next, first.previous]).toEqual([ids[2], null]);

  const second = await listDeliveries(ctx, { take: 3, before: first.next! });
  expect(idsOf(second)).toEqual(ids.slice(3, 6));
  const third = await listDeliveries(ctx, { take: 3, before: second.next! });
  expect(idsOf(third)).toEqual(ids.slice(6));
  expect([third.next, third.previous]).toEqual([null, ids[6]]);

  const back = await listDeliveries(ctx, { take: 3, after: third.previous! });
  expect(back).toEqual(second);
  const start = await listDeliveries(ctx, { take: 3, after: back.previous! });
  expect(idsOf(start)).toEqual(ids.slice(0, 3));
  expect(start.previous).toBeNull();
});

test("rows that arrive meanwhile move no page", async () => {
  const ids = await makeMany(4);
  const first = await listDeliveries(ctx, { take: 2 });
  await makeMany(3);
  expect(idsOf(await listDeliveries(ctx, { take: 2, before: first.next! }))).toEqual(ids.slice(2));
});

test("status and endpoint narrow the list and the counts", async () => {
  const other = await makeEndpoint({ storeId, name: "Other" });
  const failed = await makeDelivery({ storeId, endpointId, status: "failed" });
  await makeDelivery({ storeId, endpointId });
  await makeDelivery({ storeId, endpointId: other.id, status: "failed" });
  expect(idsOf(await listDeliveries(ctx, { take: 9, status: "failed", endpointId }))).toEqual([failed.id]);
  expect(idsOf(await listDeliveries(ctx, { take: 9, status: "held" }))).toEqual([]);
  expect(await countDeliveries(ctx)).toMatchObject({ delivered: 1, failed: 2, held: 0, exhausted: 0 });
  expect(await countDeliveries(ctx, { endpointId })).toMatchObject({ delivered: 1, failed: 1 });
});

test("a row of the list says which event of what went where, and how often it may be tried there", async () => {
  await db().endpoint.update({ where: { id: endpointId }, data: { retryDelays: [60, 60, 60] } });
  const event = await makeSequencedEvent({ storeId, type: "order.paid" });
  const delivery = await makeDelivery({
    storeId,
    endpointId,
    eventId: event.id,
    status: "failed",
    attempts: 2,
    lastFailure: "http-status",
    lastStatusCode: 503,
  });
  expect((await listDeliveries(ctx, { take: 1 })).items).toEqual([
    expect.objectContaining({
      id: delivery.id,
      eventId: event.id,
      eventType: "order.paid",
      subjectName: "1001",
      endpointName: "Client app",
      attempts: 2,
      attemptsMax: 4,
      lastFailure: "http-status",
      lastStatusCode: 503,
    }),
  ]);
});

test("a delivery shows its exact payload, its attempts as they were sent, and the same event elsewhere", async () => {
  const event = await makeSequencedEvent({ storeId, type: "order.paid", body: '{"price": 12.50}' });
  const { id } = await makeDelivery({ storeId, endpointId, eventId: event.id, attempts: 2 });
  const elsewhere = await makeEndpoint({ storeId, name: "Accounting" });
  const sibling = await makeDelivery({
    storeId,
    endpointId: elsewhere.id,
    eventId: event.id,
    status: "held",
  });
  await makeAttempt({ storeId, deliveryId: id, number: 2 });
  await makeAttempt({
    storeId,
    deliveryId: id,
    number: 1,
    outcome: "failed",
    failure: "http-status",
    statusCode: 500,
    requestHeaders: { "webhook-timestamp": "1795525338", "webhook-signature": "v1,abc" },
    responseHeaders: { server: "nginx" },
    responseBody: "no",
    timings: { connect: 1, firstByte: 2, body: 0 },
  });

  const detail = await getDelivery(ctx, id);
  expect(detail.body).toBe('{"price": 12.50}');
  expect(detail.attemptDetails.map(({ number }) => number)).toEqual([1, 2]);
  expect(detail.attemptDetails[0]).toMatchObject({
    outcome: "failed",
    statusCode: 500,
    responseBody: "no",
    responseHeaders: { server: "nginx" },
    timings: { connect: 1, firstByte: 2, body: 0 },
    requestHeaders: {
      "content-type": "application/json; charset=utf-8",
      "user-agent": "Opencals-Webhooks/1.0",
      "webhook-id": event.id,
      "webhook-timestamp": "1795525338",
      "webhook-signature": "v1,abc",
      "x-opencals-event": "order.paid",
      "x-opencals-delivery": id,
      "x-opencals-attempt": "1",
    },
  });
  expect(detail.siblings).toEqual([
    { id: sibling.id, endpointName: "Accounting", status: "held", durationMs: null },
  ]);
  expect(detail.plan).toEqual([]);
});

test("a payload that retention has deleted is told apart from an empty one", async () => {
  const event = await makeSequencedEvent({ storeId, body: null });
  const { id } = await makeDelivery({ storeId, endpointId, eventId: event.id });
  expect((await getDelivery(ctx, id)).body).toBeNull();
});

test("a delivery with a claim is under way until its claim has run out", async () => {
  const { id } = await makeDelivery({ storeId, endpointId, status: "pending" });
  const claimedUntil = (seconds: number) =>
    db().$executeRaw`UPDATE delivery SET claim_id = gen_random_uuid(),
      claimed_until = clock_timestamp() + ${seconds} * interval '1 s' WHERE id = ${id}`;
  await claimedUntil(30);
  expect((await getDelivery(ctx, id)).isUnderWay).toBe(true);
  await claimedUntil(-1);
  expect((await getDelivery(ctx, id)).isUnderWay).toBe(false);
});

test("another store's delivery is not found, not listed and not counted", async () => {
  const { id } = await makeDelivery({ storeId, endpointId });
  const other = systemCtx((await makeStore()).id);
  await expect(getDelivery(other, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(getDelivery(ctx, "dlv_00000000000000000000000000")).rejects.toMatchObject({
    code: "not-found",
  });
  expect((await listDeliveries(other, { take: 9, endpointId })).items).toEqual([]);
  expect((await countDeliveries(other)).delivered).toBe(0);
});

test("an address with a character that cannot be stored is a page's 404, as one of nothing is", async () => {
  for (const id of ["dlv_0", "dlv_\0"])
    await expect(orNotFound(getDelivery(ctx, id))).rejects.toMatchObject({
      digest: expect.stringContaining("404"),
    });
});
