import { beforeEach, expect, test } from "vitest";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import {
  cancelRetries,
  deleteEndpoint,
  disableEndpoint,
  enableEndpoint,
  sweepWebhooks,
} from "@/lib/webhooks";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent, makeEvents } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain, findDelivery, letTimePass, triggers } from "../support/pipeline";
import { startReceiver } from "../support/receiver";

let ctx: Ctx;
let storeId: string;

const receiver = await fileReceiver();
beforeEach(async () => {
  storeId = (await makeStore()).id;
  ctx = (await makeMember({ storeId })).ctx;
  triggers.length = 0;
});

const sequences = () =>
  receiver.requests.map(({ rawBody }) => JSON.parse(rawBody.toString()).sequence as number);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

async function statuses(endpointId: string): Promise<Record<string, number>> {
  const groups = await db().delivery.groupBy({ by: ["status"], where: { endpointId }, _count: true });
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
}

/** Drains as often as an engine would. */
async function drainAll(endpointId: string): Promise<void> {
  for (;;) {
    await drain(endpointId);
    const { heldChoice, nextDueAt } = await db().endpointWork.findUniqueOrThrow({ where: { endpointId } });
    if (!heldChoice && (!nextDueAt || nextDueAt > new Date())) return;
  }
}

test("what happens while an endpoint is disabled is held, and catching up sends all of it in the order of its events", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/catch-up`, cap: 1 });
  await disableEndpoint(ctx, { id: endpoint.id });
  await makeEvents(storeId, 40);
  await deliver();
  expect(receiver.requests).toEqual([]);
  expect(await statuses(endpoint.id)).toEqual({ held: 40 });

  expect(await enableEndpoint(ctx, { id: endpoint.id, held: "catch-up" })).toEqual({ count: 40 });
  expect(triggers.map(({ name }) => name)).toEqual(["webhooks/endpoint.due"]);
  await drainAll(endpoint.id);
  expect(await statuses(endpoint.id)).toEqual({ delivered: 40 });
  expect(sequences()).toEqual(upTo(40));
});

test("disabling in the midst of fan-outs loses nothing: what was not sent is held", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/race`, cap: 3 });
  const ids = await makeEvents(storeId, 120);
  const [, , more] = await Promise.all([
    deliver(),
    disableEndpoint(ctx, { id: endpoint.id }),
    makeEvents(storeId, 120),
  ]);
  await deliver();
  const { delivered = 0, held = 0, ...others } = await statuses(endpoint.id);
  expect(others).toEqual({});
  expect(delivered + held).toBe(240);

  await enableEndpoint(ctx, { id: endpoint.id, held: "catch-up" });
  await drainAll(endpoint.id);
  expect(await statuses(endpoint.id)).toEqual({ delivered: 240 });
  expect(receiver.requests.map(({ headers }) => headers["webhook-id"]).sort()).toEqual(
    [...ids, ...more].sort(),
  );
});

test("discarding cancels what is held, says how much and by whom, and sends none of it", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/discard` });
  await disableEndpoint(ctx, { id: endpoint.id });
  await makeEvents(storeId, 7);
  await deliver();
  expect(await enableEndpoint(ctx, { id: endpoint.id, held: "discard" })).toEqual({ count: 7 });
  expect(await statuses(endpoint.id)).toEqual({ canceled: 7 });
  expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({
    canceledBy: "Ines Claes",
    dueAt: null,
  });
  const event = await makeEvent({ storeId });
  await deliver();
  expect(receiver.requests.map(({ headers }) => headers["webhook-id"])).toEqual([event.id]);
});

test.each(["catch-up", "discard"] as const)(
  "a %s of more than one call may change goes on in the background, also when its trigger is lost",
  async (held) => {
    const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/many`, cap: 10 });
    await disableEndpoint(ctx, { id: endpoint.id });
    await makeEvents(storeId, 1_300);
    await deliver();
    expect(await enableEndpoint(ctx, { id: endpoint.id, held })).toEqual({ count: 1_300 });
    expect((await statuses(endpoint.id)).held).toBe(300);

    triggers.length = 0;
    await db().endpointWork.updateMany({
      where: { endpointId: endpoint.id },
      data: { armedAt: new Date(0) },
    });
    await sweepWebhooks({ embedded: true });
    expect(triggers.map(({ data }) => data["endpointId"])).toContain(endpoint.id);
    await drainAll(endpoint.id);
    expect(await statuses(endpoint.id)).toEqual({ [held === "discard" ? "canceled" : "delivered"]: 1_300 });
    expect(receiver.requests).toHaveLength(held === "discard" ? 0 : 1_300);
  },
);

test("fresh events go before the backlog of a catch-up", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/fresh`, cap: 1 });
  await disableEndpoint(ctx, { id: endpoint.id });
  await makeEvents(storeId, 80);
  await deliver();
  await enableEndpoint(ctx, { id: endpoint.id, held: "catch-up" });
  const fresh = await makeEvent({ storeId });
  await deliver();
  await drainAll(endpoint.id);
  const at = receiver.requests.findIndex(({ headers }) => headers["webhook-id"] === fresh.id);
  expect(at).toBeLessThan(20);
  expect(receiver.requests).toHaveLength(81);
});

test("a retry that was waiting is held with its place on the ladder, and goes on from it", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/500` });
  await makeEvent({ storeId });
  await deliver();
  await letTimePass(endpoint.id);
  await drain(endpoint.id);
  await disableEndpoint(ctx, { id: endpoint.id });
  expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({
    status: "held",
    ladder: 2,
    dueAt: null,
  });
  await enableEndpoint(ctx, { id: endpoint.id, held: "catch-up" });
  const work = await db().endpointWork.findUniqueOrThrow({ where: { endpointId: endpoint.id } });
  expect(work).toMatchObject({ troubled: false, firstFailureAt: null });
  await drain(endpoint.id);
  expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({
    status: "failed",
    ladder: 3,
    attempts: 3,
  });
});

test("an endpoint that is enabled already is not enabled again, and one disabled twice is disabled once", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/twice` });
  await expect(enableEndpoint(ctx, { id: endpoint.id, held: "discard" })).rejects.toMatchObject({
    code: "conflict",
  });
  await disableEndpoint(ctx, { id: endpoint.id });
  const { disabledAt } = await db().endpoint.findUniqueOrThrow({ where: { id: endpoint.id } });
  await disableEndpoint(ctx, { id: endpoint.id });
  expect((await db().endpoint.findUniqueOrThrow({ where: { id: endpoint.id } })).disabledAt).toEqual(
    disabledAt,
  );
  expect(await db().auditEntry.count({ where: { storeId, action: "endpoint.disabled" } })).toBe(1);
});

test("deleting cancels what is open and what is held, removes the secrets, and its URL is free again", async () => {
  const url = `${receiver.url}/500?deleted`;
  const endpoint = await makeEndpoint({ storeId, url });
  await makeEvent({ storeId });
  await deliver();
  await disableEndpoint(ctx, { id: endpoint.id });
  await makeEvent({ storeId });
  await deliver();
  await deleteEndpoint(ctx, { id: endpoint.id });
  expect(await statuses(endpoint.id)).toEqual({ canceled: 2 });
  expect(await db().endpointSecret.count({ where: { endpointId: endpoint.id } })).toBe(0);
  await makeEndpoint({ storeId, url });
  await expect(deleteEndpoint(ctx, { id: endpoint.id })).rejects.toMatchObject({ code: "not-found" });
});

test("a disabled endpoint's attempt under way may still deliver it; its failure leaves it held", async () => {
  let answer = (_status: number) => {};
  const slow = await startReceiver({
    reply: (_request, response) => void (answer = (status) => response.writeHead(status).end()),
  });
  for (const [status, after] of [
    [200, "delivered"],
    [500, "held"],
  ] as const) {
    const endpoint = await makeEndpoint({ storeId, url: `${slow.url}/${status}` });
    await makeEvent({ storeId });
    const delivering = deliver();
    await slow.waitFor(({ path }) => path === `/${status}`);
    await disableEndpoint(ctx, { id: endpoint.id });
    answer(status);
    await delivering;
    expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({ status: after, dueAt: null });
    await deleteEndpoint(ctx, { id: endpoint.id });
  }
  await slow.close();
});

test("a drain that has claimed ahead stops when its endpoint is disabled", async () => {
  let isDisabled: Promise<void> | undefined;
  let endpointId = "";
  const first = await startReceiver({
    reply: (_request, response) => {
      isDisabled ??= disableEndpoint(ctx, { id: endpointId });
      void isDisabled.then(() => response.writeHead(200).end());
    },
  });
  endpointId = (await makeEndpoint({ storeId, url: first.url, cap: 2, work: { troubled: true } })).id;
  await makeEvents(storeId, 30);
  await deliver();
  await drain(endpointId);
  expect(first.requests.length).toBeLessThanOrEqual(4);
  expect(await statuses(endpointId)).toEqual({
    delivered: first.requests.length,
    held: 30 - first.requests.length,
  });
  await first.close();
});

test("canceling ends the retries, says by whom, and only of what has any left", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/500` });
  await makeEvent({ storeId });
  await deliver();
  const { id } = await findDelivery({ endpointId: endpoint.id });
  await cancelRetries(ctx, { id });
  await cancelRetries(ctx, { id });
  expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({
    status: "canceled",
    canceledBy: "Ines Claes",
    dueAt: null,
  });
  expect(await db().auditEntry.count({ where: { storeId, action: "delivery.canceled", targetId: id } })).toBe(
    1,
  );
  await letTimePass(endpoint.id);
  await drain(endpoint.id);
  expect(receiver.requests).toHaveLength(1);

  await db().delivery.update({ where: { id }, data: { status: "exhausted" } });
  await expect(cancelRetries(ctx, { id })).rejects.toMatchObject({ code: "conflict" });
});
