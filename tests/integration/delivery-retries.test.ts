import { Webhook } from "standardwebhooks";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { deleteEndpoint, rotateSecret, sweepWebhooks, updateEndpoint } from "@/lib/webhooks";
import { retryDelaysSeconds } from "@/lib/webhooks/delivery/retry-policy";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent, makeEvents } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain, findDelivery, letTimePass } from "../support/pipeline";

/** How many requests fail from now on; 200 after the last. */
let failures: number;
/** A busy machine may take so long from a request to its record. */
const slackSeconds = 30;
let storeId: string;

const receiver = await fileReceiver({
  reply: (_request, response) => void response.writeHead(failures-- > 0 ? 500 : 200).end(),
});
beforeEach(async () => {
  storeId = (await makeStore()).id;
  failures = 0;
});

test("waits of one rung differ, so that what failed together is not retried together", async () => {
  const endpoint = await makeEndpoint({
    storeId,
    url: receiver.url,
    retryDelays: [3_600],
    work: { cap: 20 },
  });
  failures = 20;
  await makeEvents(storeId, 20);
  await deliver();
  const failed = await db().delivery.findMany({ where: { endpointId: endpoint.id, status: "failed" } });
  const atMs = failed.map(({ dueAt }) => dueAt!.getTime());
  expect(Math.max(...atMs) - Math.min(...atMs)).toBeGreaterThan(60_000);
});

test("an endpoint that wants no retries gets one attempt", async () => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url, retryDelays: [] });
  failures = 1;
  await makeEvent({ storeId });
  await deliver();
  expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({ status: "exhausted", attempts: 1 });
});

test("a retry goes where the endpoint is by then, signed with the secret that it has by then", async () => {
  const endpoint = await makeEndpoint({ storeId, name: "Shop", url: `${receiver.url}/old` });
  const { id: endpointId } = endpoint;
  const { ctx } = await makeMember({ storeId });
  failures = 1;
  await makeEvent({ storeId });
  await deliver();
  await updateEndpoint(ctx, { id: endpointId, name: "Shop", url: `${receiver.url}/new`, eventTypes: [] });
  const { secret } = await rotateSecret(ctx, { endpointId, overlapHours: 0 });
  await letTimePass(endpointId);
  await drain(endpointId);
  const { path, rawBody, headers } = receiver.requests.at(-1)!;
  expect([path, headers["x-opencals-attempt"]]).toEqual(["/new", "2"]);
  const verifies = (one: string) => () => new Webhook(one).verify(rawBody.toString(), headers);
  expect(verifies(secret)).not.toThrow();
  expect(verifies(endpoint.secret)).toThrow();
});

test("deleting an endpoint ends its work: nothing more is sent to it, retries and events to come included", async () => {
  const { id } = await makeEndpoint({ storeId, url: receiver.url });
  const { ctx } = await makeMember({ storeId });
  failures = 1;
  await makeEvent({ storeId });
  await deliver();
  await letTimePass(id);
  await deleteEndpoint(ctx, { id });
  await makeEvent({ storeId });
  await deliver();
  await sweepWebhooks({ embedded: true });
  await drain(id);
  expect(receiver.requests).toHaveLength(1);
  expect(await db().delivery.findMany({ where: { endpointId: id } })).toMatchObject([
    { status: "canceled", dueAt: null, attempts: 1 },
  ]);
  expect((await db().endpointWork.findUniqueOrThrow({ where: { endpointId: id } })).nextDueAt).toBeNull();
});

test("an endpoint's own ladder is climbed instead of the default one", async () => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url, retryDelays: [60, 3_600] });
  failures = 3;
  await makeEvent({ storeId });
  await deliver();
  for (const seconds of [60, 3_600]) {
    const { dueAt, lastAttemptAt } = await findDelivery({ endpointId: endpoint.id });
    const waited = (dueAt!.getTime() - lastAttemptAt!.getTime()) / 1_000;
    expect(waited).toBeGreaterThan(seconds * 0.89);
    expect(waited).toBeLessThan(seconds * 1.1 + slackSeconds);
    await letTimePass(endpoint.id);
    await drain(endpoint.id);
  }
  expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({ status: "exhausted", attempts: 3 });
});

test("an endpoint without a ladder of its own has the one that people are told", async () => {
  const { retryDelays } = await makeEndpoint({ storeId, url: receiver.url });
  expect(retryDelays).toEqual(retryDelaysSeconds);
});
