import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { beforeEach, expect, test } from "vitest";
import { eventTypes, relayEvents } from "@/lib/events";
import { eventTypeRegistry } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { disableEndpoint, getDelivery, getOverview, sendExample } from "@/lib/webhooks";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain } from "../support/pipeline";

let ctx: Ctx;
let storeId: string;

const receiver = await fileReceiver();
beforeEach(async () => {
  storeId = (await makeStore()).id;
  ctx = (await makeMember({ storeId })).ctx;
});

test.each(eventTypes)(
  "an example of %s is signed, has no sequence and says that it is a test",
  async (type) => {
    const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/in`, eventTypes: ["order.paid"] });
    const { deliveryId } = await sendExample(ctx, { endpointId: endpoint.id, type });
    await drain(endpoint.id);
    const [request, ...others] = receiver.requests;
    expect(others).toEqual([]);
    const body = request!.rawBody.toString();
    const sent = new Webhook(endpoint.secret).verify(body, request!.headers) as { data: unknown };
    expect(sent).toMatchObject({ type, storeId, apiVersion: "1", sequence: null });
    expect(eventTypeRegistry[type].data.parse(sent.data)).toBeTruthy();
    const signature = createHmac("sha256", endpoint.secret).update(request!.rawBody).digest("hex");
    expect(request!.headers).toMatchObject({
      "x-opencals-test": "true",
      "x-opencals-event": type,
      "x-opencals-attempt": "1",
      "x-opencals-signature": signature,
    });
    const delivery = await getDelivery(ctx, deliveryId);
    expect(delivery).toMatchObject({
      status: "delivered",
      isTest: true,
      attemptsMax: 1,
      event: { sequence: null },
    });
    expect(delivery.attemptDetails[0]?.requestHeaders["x-opencals-test"]).toBe("true");
  },
);

test("an example reaches its endpoint alone, and the store's sequence goes on without a gap", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/one` });
  const other = await makeEndpoint({ storeId, url: `${receiver.url}/other` });
  await makeEvent({ storeId });
  await deliver();
  await sendExample(ctx, { endpointId: endpoint.id, type: "order.paid" });
  expect(await relayEvents({ embedded: true })).toEqual([]);
  await drain(endpoint.id);
  await makeEvent({ storeId });
  await deliver();
  const of = (path: string) =>
    receiver.requests
      .filter((request) => request.path === path)
      .map(({ rawBody }) => JSON.parse(rawBody.toString()).sequence as number | null);
  expect(of("/one")).toEqual([1, null, 2]);
  expect(of("/other")).toEqual([1, 2]);
  expect(await db().delivery.count({ where: { endpointId: other.id } })).toBe(2);
  expect((await getOverview(ctx)).events.map(({ sequence }) => sequence)).toEqual([2, 1]);
});

test("an example that fails is not retried, and is nobody's need", async () => {
  const endpoint = await makeEndpoint({ storeId, url: `${receiver.url}/500` });
  const { deliveryId } = await sendExample(ctx, { endpointId: endpoint.id, type: "order.paid" });
  await drain(endpoint.id);
  expect(await getDelivery(ctx, deliveryId)).toMatchObject({
    status: "exhausted",
    attempts: 1,
    attemptsMax: 1,
    plan: [],
  });
  expect((await getOverview(ctx)).needs.map(({ kind }) => kind)).not.toContain("exhausted");
});

test("a disabled endpoint gets no example, and an unknown type is refused", async () => {
  const { id: endpointId } = await makeEndpoint({ storeId });
  const unknown = "order.eaten" as "order.paid";
  await expect(sendExample(ctx, { endpointId, type: unknown })).rejects.toMatchObject({ code: "invalid" });
  await disableEndpoint(ctx, { id: endpointId });
  await expect(sendExample(ctx, { endpointId, type: "order.paid" })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await db().event.count({ where: { storeId } })).toBe(0);
});
