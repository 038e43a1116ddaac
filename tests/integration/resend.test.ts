import { beforeEach, expect, test } from "vitest";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import {
  deleteEndpoint,
  disableEndpoint,
  getDelivery,
  listLikeThis,
  resendDeliveries,
  resendDelivery,
  sweepWebhooks,
  updateEndpoint,
} from "@/lib/webhooks";
import { makeDelivery } from "../support/factories/delivery";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent, makeEvents } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain, findDelivery, letLeasesEnd, triggers } from "../support/pipeline";
import { startReceiver } from "../support/receiver";

let ctx: Ctx;
let storeId: string;

const receiver = await fileReceiver();
beforeEach(async () => {
  storeId = (await makeStore()).id;
  ctx = (await makeMember({ storeId })).ctx;
  triggers.length = 0;
});

/** An endpoint with one delivery that has failed once and is planned for later. */
async function makeFailed(path = "/500") {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}${path}` });
  const event = await makeEvent({ storeId });
  await deliver();
  await db().delivery.updateMany({
    where: { endpointId: endpoint.id },
    data: { dueAt: new Date(Date.now() + 3_600_000) },
  });
  const delivery = await findDelivery({ endpointId: endpoint.id });
  return { endpointId: endpoint.id, event, delivery, id: delivery.id };
}

test("a resend is one attempt now with the same webhook-id and bytes; the ladder and its planned time stay", async () => {
  const { endpointId, id, delivery, event } = await makeFailed();
  expect(await resendDelivery(ctx, { id })).toEqual({ outcome: "due" });
  expect((await getDelivery(ctx, id)).plannedAt).toBe(delivery.dueAt!.toISOString());
  await drain(endpointId);

  const after = await findDelivery({ endpointId });
  expect(after).toMatchObject({ status: "failed", ladder: 1, attempts: 2, plannedAt: null });
  expect(after.dueAt).toEqual(delivery.dueAt);
  const [first, second] = receiver.requests;
  expect(receiver.requests.map(({ headers }) => headers["webhook-id"])).toEqual([event.id, event.id]);
  expect(second!.rawBody.equals(first!.rawBody)).toBe(true);
});

test("a resend that arrives delivers, and nothing is planned any more", async () => {
  const { endpointId, id } = await makeFailed("/flaky?fail=1");
  await resendDelivery(ctx, { id });
  await drain(endpointId);
  expect(await findDelivery({ endpointId })).toMatchObject({
    status: "delivered",
    dueAt: null,
    plannedAt: null,
    attempts: 2,
  });
});

test.each(["delivered", "exhausted", "canceled"])(
  "%s stays so when its resend fails, and is delivered when it arrives",
  async (status) => {
    for (const [path, after] of [
      ["/500", status],
      ["/ok", "delivered"],
    ] as const) {
      const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}${path}?${status}` });
      const { id } = await makeDelivery({
        storeId,
        endpointId: endpoint.id,
        status,
        attempts: 10,
        ladder: 10,
      });
      await resendDelivery(ctx, { id });
      await drain(endpoint.id);
      expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({
        status: after,
        attempts: 11,
        ladder: 10,
        dueAt: null,
        attemptRows: [{ number: 11 }],
      });
    }
  },
);

test("pressed twice it is done once, with one audit entry", async () => {
  const { endpointId, id } = await makeFailed();
  const outcomes = await Promise.all([resendDelivery(ctx, { id }), resendDelivery(ctx, { id })]);
  expect(outcomes).toEqual([{ outcome: "due" }, { outcome: "due" }]);
  await drain(endpointId);
  expect(receiver.requests).toHaveLength(2);
  const entries = await db().auditEntry.findMany({ where: { storeId, action: "delivery.resent" } });
  expect(entries).toMatchObject([{ targetId: id, detail: { type: "order.paid", subject: "1001" } }]);
});

test("while an attempt is under way a resend says so and changes nothing", async () => {
  let answer = () => {};
  const slow = await startReceiver({
    reply: (_request, response) => void (answer = () => response.writeHead(200).end()),
  });
  const endpoint = await makeEndpoint({ storeId, url: slow.url });
  await makeEvent({ storeId });
  const delivering = deliver();
  await slow.waitFor(() => true);
  const { id } = await findDelivery({ endpointId: endpoint.id });
  expect(await resendDelivery(ctx, { id })).toEqual({ outcome: "under-way" });
  answer();
  await delivering;
  expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({
    status: "delivered",
    attempts: 1,
    dueAt: null,
  });
  await slow.close();
});

test("a resend that our own crash cut off is made again", async () => {
  const { endpointId, id, delivery } = await makeFailed();
  await resendDelivery(ctx, { id });
  await db().$executeRaw`UPDATE delivery SET claim_id = gen_random_uuid(), attempts = attempts + 1,
    claimed_until = clock_timestamp() + interval '30 s' WHERE id = ${id}`;
  await letLeasesEnd();
  await sweepWebhooks({ embedded: true });
  await drain(endpointId);
  const after = await findDelivery({ endpointId });
  expect(after.attemptRows.map(({ outcome }) => outcome)).toEqual(["failed", "interrupted", "failed"]);
  expect(after).toMatchObject({ status: "failed", ladder: 1, dueAt: delivery.dueAt });
});

test("a resend goes before everything else that is due", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/busy`, cap: 1 });
  await makeEvent({ storeId });
  await deliver();
  const { id } = await findDelivery({ endpointId: endpoint.id });
  await db().endpointWork.update({ where: { endpointId: endpoint.id }, data: { troubled: true } });
  await makeEvents(storeId, 20);
  await deliver();
  await resendDelivery(ctx, { id });
  await drain(endpoint.id);
  expect(receiver.requests).toHaveLength(22);
  expect(receiver.requests[1]?.headers["x-opencals-delivery"]).toBe(id);
});

test("what its endpoint cannot have is not resent, and why is said", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/refused` });
  const { id } = await makeDelivery({ storeId, endpointId: endpoint.id });
  const refusal = () => resendDelivery(ctx, { id }).then(String, (error: Error) => error.message);
  await updateEndpoint(ctx, {
    id: endpoint.id,
    name: "Client app",
    url: endpoint.url,
    eventTypes: ["order.paid"],
  });
  expect(await refusal()).toMatch(/no longer wants/);
  await disableEndpoint(ctx, { id: endpoint.id });
  expect(await refusal()).toMatch(/enable it first/);
  await deleteEndpoint(ctx, { id: endpoint.id });
  expect(await refusal()).toMatch(/deleted/);
  expect(await db().auditEntry.count({ where: { storeId, action: "delivery.resent" } })).toBe(0);
});

test("disabling the endpoint takes a resend back with the rest", async () => {
  const { endpointId, id } = await makeFailed();
  await resendDelivery(ctx, { id });
  await disableEndpoint(ctx, { id: endpointId });
  expect(await findDelivery({ endpointId })).toMatchObject({ status: "held", dueAt: null, plannedAt: null });
});

test("a selection is resent at once; what cannot be is named with why", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/many` });
  const off = await makeEndpoint({ storeId, url: `${receiver.url}/off`, disabledAt: new Date() });
  const one = await makeDelivery({ storeId, endpointId: endpoint.id, status: "exhausted" });
  const two = await makeDelivery({ storeId, endpointId: endpoint.id, status: "exhausted" });
  const held = await makeDelivery({ storeId, endpointId: off.id, status: "held" });
  const elsewhere = (await makeStore()).id;
  const foreignEndpoint = await makeEndpoint({ storeId: elsewhere });
  const foreign = await makeDelivery({ storeId: elsewhere, endpointId: foreignEndpoint.id });
  const support: Ctx = { storeId, actor: { kind: "support", id: "1", name: "Sam" } };
  const reason = "Their server was down until 9.";
  const ids = [one.id, two.id, one.id, held.id, foreign.id];
  expect(await resendDeliveries(support, { ids, reason })).toEqual({
    resent: 2,
    skipped: [
      { id: held.id, why: "Its endpoint is disabled: enable it first." },
      { id: foreign.id, why: "It was not found." },
    ],
  });
  await drain(endpoint.id);
  expect(receiver.requests.map(({ headers }) => headers["x-opencals-delivery"]).sort()).toEqual(
    [one.id, two.id].sort(),
  );
  expect(await db().auditEntry.findMany({ where: { storeId } })).toMatchObject([
    { action: "delivery.resent", actorKind: "support", actorName: "Sam", reason, detail: { count: 2 } },
  ]);
});

test.each([[0], [201]])("a selection of %i is refused", async (count) => {
  const ids = Array.from({ length: count }, (_, index) => `dlv_${index}`);
  await expect(resendDeliveries(ctx, { ids })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ property: "ids" }],
  });
});

test("all like one are those of its endpoint with its status and last answer", async () => {
  const { id: endpointId } = await makeEndpoint({ storeId });
  const failed = { storeId, endpointId, status: "failed", lastFailure: "http-status", lastStatusCode: 503 };
  const one = await makeDelivery(failed);
  const two = await makeDelivery(failed);
  await makeDelivery({ ...failed, lastStatusCode: 500 });
  await makeDelivery({ ...failed, status: "exhausted" });
  await makeDelivery({ ...failed, endpointId: (await makeEndpoint({ storeId })).id });
  expect((await listLikeThis(ctx, { deliveryId: one.id })).map(({ id }) => id)).toEqual([two.id, one.id]);
});
