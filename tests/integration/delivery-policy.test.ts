import type { ServerResponse } from "node:http";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import {
  disableEndpoint,
  enableEndpoint,
  getEndpoint,
  resendDelivery,
  sweepWebhooks,
  updateEndpoint,
} from "@/lib/webhooks";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent, makeEvents } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain, findDelivery, letTimePass } from "../support/pipeline";

/** What the receiver answers next, first one first; 200 after the last. */
let answers: { status: number; retryAfter?: string }[];
/** A ladder whose rungs no drain waits for. */
const patient = Array<number>(14).fill(60);
/** Requests to /wait are answered by the test. */
const unanswered: ServerResponse[] = [];
let storeId: string;

const receiver = await fileReceiver({
  reply: ({ path }, response) => {
    if (path === "/wait") return void unanswered.push(response);
    const { status, retryAfter } = answers.shift() ?? { status: 200 };
    response.writeHead(status, retryAfter ? { "retry-after": retryAfter } : {}).end();
  },
});
beforeEach(async () => {
  storeId = (await makeStore()).id;
  answers = [];
  unanswered.length = 0;
});

const sweep = () => sweepWebhooks({ embedded: true });
const findWork = (endpointId: string) => db().endpointWork.findUniqueOrThrow({ where: { endpointId } });
const listAlerts = async (endpointId: string) =>
  (await db().endpointAlert.findMany({ where: { endpointId }, orderBy: { at: "asc" } })).map(
    ({ kind }) => kind,
  );

/** Seconds from now to the end of the endpoint's pause; null without one. */
async function pauseSeconds(endpointId: string): Promise<number | null> {
  const { pausedUntil } = await findWork(endpointId);
  return pausedUntil && Math.round((pausedUntil.getTime() - Date.now()) / 1_000);
}

async function failOnce(endpointId: string, answer: (typeof answers)[number]): Promise<void> {
  answers = [answer];
  await db().$executeRaw`UPDATE endpoint_work SET paused_until = NULL WHERE endpoint_id = ${endpointId}`;
  await letTimePass(endpointId);
  await drain(endpointId);
}

/** As if all that was written about its failures had been written so many days earlier. */
async function letDaysPass(endpointId: string, days: number): Promise<void> {
  await db().$executeRaw`
    UPDATE endpoint_work SET first_failure_at = first_failure_at - make_interval(days => ${days}),
      failed_on = failed_on - ${days}::int, disables_at = disables_at - make_interval(days => ${days})
    WHERE endpoint_id = ${endpointId}`;
}

test("Retry-After pauses the whole endpoint, and what is due waits for its end", async () => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url });
  answers = [{ status: 429, retryAfter: "600" }];
  await makeEvent({ storeId });
  await deliver();
  expect(await pauseSeconds(endpoint.id)).toBeGreaterThan(590);
  await makeEvents(storeId, 3);
  await deliver();
  await letTimePass(endpoint.id);
  await drain(endpoint.id);
  expect(receiver.requests).toHaveLength(1);
  const { nextDueAt, pausedUntil } = await findWork(endpoint.id);
  expect(nextDueAt).toEqual(pausedUntil);
  await db()
    .$executeRaw`UPDATE endpoint_work SET paused_until = policy_now() WHERE endpoint_id = ${endpoint.id}`;
  await drain(endpoint.id);
  expect(await db().delivery.count({ where: { endpointId: endpoint.id, status: "delivered" } })).toBe(4);
});

test.each([
  ["503", { status: 503, retryAfter: "120" }, 120],
  ["a date", { status: 502, retryAfter: "in an hour" }, 3_600],
  ["more than a day", { status: 504, retryAfter: "999999" }, 86_400],
])("Retry-After is taken from %s, for a day at most", async (_, answer, seconds) => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url });
  const hence = new Date(Date.now() + 3_600_000).toUTCString();
  answers = [answer.retryAfter === "in an hour" ? { ...answer, retryAfter: hence } : answer];
  await makeEvent({ storeId });
  await deliver();
  expect(Math.abs((await pauseSeconds(endpoint.id))! - seconds)).toBeLessThan(30);
});

test("what asks for less time than its own wait is not attempted sooner for it", async () => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url, retryDelays: [3_600] });
  answers = [{ status: 503, retryAfter: "20" }];
  await makeEvent({ storeId });
  await deliver();
  await db()
    .$executeRaw`UPDATE endpoint_work SET paused_until = policy_now() WHERE endpoint_id = ${endpoint.id}`;
  await sweep();
  await drain(endpoint.id);
  expect(receiver.requests).toHaveLength(1);
  const { dueAt, lastAttemptAt } = await findDelivery({ endpointId: endpoint.id });
  expect(dueAt!.getTime() - lastAttemptAt!.getTime()).toBeGreaterThan(3_600_000 * 0.89);
});

test.each([
  ["another status", { status: 500, retryAfter: "600" }],
  ["no time", { status: 503, retryAfter: "soon" }],
])("Retry-After with %s pauses nothing", async (_, answer) => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url });
  answers = [answer];
  await makeEvent({ storeId });
  await deliver();
  expect(await pauseSeconds(endpoint.id)).toBeNull();
});

test("three slow-downs in a row without Retry-After pause for 30 s; another answer between them starts anew", async () => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url, retryDelays: patient });
  answers = [{ status: 500 }];
  await makeEvent({ storeId });
  await deliver();
  const pauses: (number | null)[] = [];
  for (const status of [503, 429, 500, 502, 504, 429]) {
    await failOnce(endpoint.id, { status });
    pauses.push(await pauseSeconds(endpoint.id));
  }
  expect(pauses.slice(0, 5)).toEqual([null, null, null, null, null]);
  expect(pauses[5]).toBeGreaterThan(20);
  expect(pauses[5]).toBeLessThanOrEqual(30);
  const { ctx } = await makeMember({ storeId });
  expect((await getEndpoint(ctx, endpoint.id)).isAskedToWait).toBe(false);
  await failOnce(endpoint.id, { status: 429, retryAfter: "600" });
  expect((await getEndpoint(ctx, endpoint.id)).isAskedToWait).toBe(true);
});

test("a resend goes out in a pause, and its success ends it", async () => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url });
  const { ctx } = await makeMember({ storeId });
  answers = [{ status: 429, retryAfter: "600" }];
  await makeEvent({ storeId });
  await deliver();
  await makeEvent({ storeId });
  await deliver();
  const { id } = await findDelivery({ endpointId: endpoint.id });
  await resendDelivery(ctx, { id });
  await drain(endpoint.id);
  expect(await pauseSeconds(endpoint.id)).toBeNull();
  expect(await db().delivery.count({ where: { endpointId: endpoint.id, status: "delivered" } })).toBe(2);
});

test("a new URL ends a pause, and what the old one still answers neither pauses nor disables", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/wait`, name: "Shop" });
  const { ctx } = await makeMember({ storeId });
  await makeEvents(storeId, 3);
  const delivering = deliver();
  await expect.poll(() => unanswered.length).toBe(3);
  unanswered.shift()!.writeHead(429, { "retry-after": "600" }).end();
  await expect.poll(() => pauseSeconds(endpoint.id)).toBeGreaterThan(500);
  await updateEndpoint(ctx, { id: endpoint.id, name: "Shop", url: `${receiver.url}/new`, eventTypes: [] });
  expect(await pauseSeconds(endpoint.id)).toBeNull();
  unanswered.shift()!.writeHead(503, { "retry-after": "600" }).end();
  unanswered.shift()!.writeHead(410).end();
  await delivering;
  expect(await pauseSeconds(endpoint.id)).toBeNull();
  const { health, disabledAt } = await getEndpoint(ctx, endpoint.id);
  expect({ health, disabledAt }).toEqual({ health: "failing", disabledAt: null });
  await letTimePass(endpoint.id);
  await drain(endpoint.id);
  expect(await db().delivery.count({ where: { endpointId: endpoint.id, status: "delivered" } })).toBe(3);
});

test("ten failures on three days disable an endpoint five days after the first, announced a day ahead", async () => {
  const endpoint = await makeEndpoint({
    storeId,
    url: receiver.url,
    retryDelays: Array(14).fill(60) as number[],
  });
  const { ctx } = await makeMember({ storeId });
  await makeEvent({ storeId });
  answers = [{ status: 500 }];
  await deliver();
  for (let day = 0; day < 3; day++) {
    for (let failure = 0; failure < 3; failure++) await failOnce(endpoint.id, { status: 500 });
    if (day < 2) await letDaysPass(endpoint.id, 1);
  }
  expect(await findWork(endpoint.id)).toMatchObject({ failures: 10, failedDays: 3, alert: "failing" });
  expect((await getEndpoint(ctx, endpoint.id)).disablesAt).not.toBeNull();
  await letDaysPass(endpoint.id, 1);
  await sweep();
  expect(await listAlerts(endpoint.id)).toEqual(["failing"]);
  await letDaysPass(endpoint.id, 1);
  await sweep();
  expect(await listAlerts(endpoint.id)).toEqual(["failing", "disabling-soon"]);
  expect((await getEndpoint(ctx, endpoint.id)).health).toBe("failing");
  await letDaysPass(endpoint.id, 1);
  await sweep();
  await sweep();
  expect(await listAlerts(endpoint.id)).toEqual(["failing", "disabling-soon", "disabled"]);
  expect(
    await db().endpointAlert.findFirst({ where: { endpointId: endpoint.id, kind: "disabled" } }),
  ).toMatchObject({
    deliveryId: (await findDelivery({ endpointId: endpoint.id })).id,
    error: "HTTP 500",
    toldAt: null,
  });
  expect(await getEndpoint(ctx, endpoint.id)).toMatchObject({
    health: "disabled",
    disabledReason: "failing",
    heldCount: 1,
  });

  await enableEndpoint(ctx, { id: endpoint.id, held: "catch-up" });
  await drain(endpoint.id);
  expect(await listAlerts(endpoint.id)).toEqual(["failing", "disabling-soon", "disabled", "recovered"]);
});

test.each([
  ["nine failures on three days", { failures: 8, failedDays: 3 }],
  ["many failures on two days", { failures: 50, failedDays: 2 }],
])("%s are too few to disable an endpoint", async (_, counted) => {
  const today = new Date(new Date().toISOString().slice(0, 10));
  const firstFailureAt = new Date(Date.now() - 6 * 86_400_000);
  const work = { ...counted, firstFailureAt, failedOn: today, troubled: true, alert: "failing" };
  const endpoint = await makeEndpoint({ storeId, url: receiver.url, retryDelays: patient, work });
  answers = [{ status: 500 }];
  await makeEvent({ storeId });
  await deliver();
  await drain(endpoint.id);
  await sweep();
  expect(await findWork(endpoint.id)).toMatchObject({ failures: counted.failures + 1, disablesAt: null });
  expect(await listAlerts(endpoint.id)).toEqual([]);
  await letTimePass(endpoint.id);
  await failOnce(endpoint.id, { status: 500 });
  expect((await findWork(endpoint.id)).disablesAt !== null).toBe(counted.failures === 8);
});

test("what is disabled by hand and enabled is announced anew before it is disabled", async () => {
  const work = {
    alert: "disabling-soon",
    failures: 10,
    failedDays: 3,
    firstFailureAt: new Date(),
    troubled: true,
  };
  const endpoint = await makeEndpoint({ storeId, url: receiver.url, retryDelays: patient, work });
  const { ctx } = await makeMember({ storeId });
  await disableEndpoint(ctx, { id: endpoint.id });
  await enableEndpoint(ctx, { id: endpoint.id, held: "discard" });
  answers = [{ status: 500 }];
  await makeEvent({ storeId });
  await deliver();
  for (let day = 0; day < 3; day++) {
    for (let failure = 0; failure < 4; failure++) await failOnce(endpoint.id, { status: 500 });
    await letDaysPass(endpoint.id, 1);
  }
  await letDaysPass(endpoint.id, 2);
  await sweep();
  await sweep();
  expect(await listAlerts(endpoint.id)).toEqual(["disabled", "failing", "disabling-soon", "disabled"]);
});

test("sporadic failure never disables: each success starts the count anew", async () => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url });
  for (let day = 0; day < 8; day++) {
    answers = [...Array<{ status: number }>(9).fill({ status: 500 }), { status: 200 }];
    await makeEvents(storeId, 9);
    await deliver();
    await letDaysPass(endpoint.id, 1);
    await sweep();
    await letTimePass(endpoint.id);
    await drain(endpoint.id);
  }
  expect(await findWork(endpoint.id)).toMatchObject({ failures: 0, firstFailureAt: null, disablesAt: null });
  expect(await listAlerts(endpoint.id)).not.toContain("disabling-soon");
});

test("a failing endpoint is announced once, and its recovery once", async () => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url });
  answers = Array<{ status: number }>(5).fill({ status: 500 });
  const [eventId] = await makeEvents(storeId, 5);
  await deliver();
  await sweep();
  expect(await listAlerts(endpoint.id)).toEqual([]);
  await db().$executeRaw`
    UPDATE endpoint_work SET first_failure_at = first_failure_at - interval '1 min' WHERE endpoint_id = ${endpoint.id}`;
  await Promise.all([sweep(), sweep()]);
  await sweep();
  expect(await listAlerts(endpoint.id)).toEqual(["failing"]);
  await letTimePass(endpoint.id);
  await drain(endpoint.id);
  expect(await listAlerts(endpoint.id)).toEqual(["failing", "recovered"]);
  expect(eventId).toBeDefined();
});

test("410 disables at once, says why, and is announced once", async () => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url });
  answers = [{ status: 410 }, { status: 410 }];
  await makeEvents(storeId, 2);
  await deliver();
  expect(await db().endpoint.findUnique({ where: { id: endpoint.id } })).toMatchObject({
    disabledReason: "gone",
  });
  expect(await db().delivery.count({ where: { endpointId: endpoint.id, status: "held" } })).toBe(2);
  expect(await listAlerts(endpoint.id)).toEqual(["disabled"]);
});
