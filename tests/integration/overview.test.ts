import { beforeEach, expect, test } from "vitest";
import type { Ctx } from "@/lib/identity";
import { countDeliveries, getOverview, listDeliveries } from "@/lib/webhooks";
import { makeDelivery, makeSequencedEvent } from "../support/factories/delivery";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";

let ctx: Ctx;
let storeId: string;
beforeEach(async () => {
  storeId = (await makeStore()).id;
  ctx = (await makeMember({ storeId, role: "viewer" })).ctx;
});

test("a store in which all is well needs nobody", async () => {
  const { id: endpointId } = await makeEndpoint({ storeId });
  await makeDelivery({ storeId, endpointId, durationMs: 90 });
  const overview = await getOverview(ctx);
  expect(overview).toMatchObject({
    needs: [],
    successRate: 1,
    p95Ms: 90,
    counts: { delivered: 1, failed: 0 },
  });
  expect(overview.hours).toHaveLength(24);
  expect(overview.hours[0]?.hour).toBe(overview.since);
});

test("an empty store has figures that claim nothing", async () => {
  expect(await getOverview(ctx)).toMatchObject({
    successRate: null,
    p95Ms: null,
    needs: [],
    events: [],
    endpoints: [],
  });
});

test("what needs somebody comes most serious first, with its cause and what leads to it", async () => {
  const firstFailureAt = new Date(Date.now() - 3_600_000);
  const disablesAt = new Date(Date.now() + 86_400_000);
  const well = await makeEndpoint({ storeId, name: "Well" });
  const ill = await makeEndpoint({
    storeId,
    name: "Ill",
    work: { troubled: true, firstFailureAt, disablesAt },
  });
  const off = await makeEndpoint({ storeId, name: "Off", disabledAt: new Date(), disabledReason: "gone" });
  const failed = { storeId, endpointId: ill.id, status: "failed", dueAt: new Date(Date.now() + 60_000) };
  await makeDelivery({ ...failed, lastFailure: "refused" });
  const latest = await makeDelivery({ ...failed, lastFailure: "http-status", lastStatusCode: 503 });
  await makeDelivery({ storeId, endpointId: off.id, status: "held" });
  const lost = await makeDelivery({ storeId, endpointId: well.id, status: "exhausted" });

  const { needs, counts, endpoints } = await getOverview(ctx);
  expect(needs).toEqual([
    {
      kind: "failing",
      ...{ endpointId: ill.id, endpointName: "Ill" },
      failingSince: firstFailureAt.toISOString(),
      openCount: 2,
      ...{ nextRetryAt: null, pausedUntil: null, disablesAt: disablesAt.toISOString() },
      lastFailure: { failure: "http-status", statusCode: 503, deliveryId: latest.id },
    },
    expect.objectContaining({ kind: "disabled", endpointId: off.id, disabledReason: "gone", heldCount: 1 }),
    { kind: "exhausted", endpointId: well.id, endpointName: "Well", count: 1, deliveryId: lost.id },
  ]);
  expect(counts).toEqual({ pending: 0, delivered: 0, failed: 2, held: 1, exhausted: 1, canceled: 0 });
  expect(endpoints.map(({ name }) => name)).toEqual(["Ill", "Off", "Well"]);
});

test("the latest events come newest first, each with what became of it at every endpoint", async () => {
  const one = await makeEndpoint({ storeId, name: "One" });
  const two = await makeEndpoint({ storeId, name: "Two" });
  const older = await makeSequencedEvent({ storeId });
  const newer = await makeSequencedEvent({ storeId, type: "order.paid" });
  await makeDelivery({ storeId, endpointId: one.id, eventId: newer.id });
  await makeDelivery({ storeId, endpointId: two.id, eventId: newer.id, status: "failed" });
  const { events } = await getOverview(ctx);
  expect(events.map(({ id }) => id)).toEqual([newer.id, older.id]);
  expect(events[0]?.deliveries.map(({ endpointName, status }) => [endpointName, status])).toEqual([
    ["One", "delivered"],
    ["Two", "failed"],
  ]);
});

test("type and time narrow the list and the counts", async () => {
  const { id: endpointId } = await makeEndpoint({ storeId });
  const paid = await makeSequencedEvent({ storeId, type: "order.paid" });
  const createdAt = new Date(Date.now() - 60_000);
  const one = await makeDelivery({ storeId, endpointId, eventId: paid.id, createdAt });
  const two = await makeDelivery({ storeId, endpointId, status: "failed" });
  const idsOf = async (filter: object) =>
    (await listDeliveries(ctx, { take: 9, ...filter })).items.map(({ id }) => id);
  expect(await idsOf({ eventType: "order.paid" })).toEqual([one.id]);
  expect(await countDeliveries(ctx, { eventType: "order.paid" })).toMatchObject({ delivered: 1, failed: 0 });
  const edge = two.createdAt.toISOString();
  expect(await idsOf({ from: edge })).toEqual([two.id]);
  expect(await idsOf({ to: edge })).toEqual([one.id]);
  expect(
    await idsOf({ from: new Date(Date.now() - 3_600_000).toISOString(), to: edge, status: "delivered" }),
  ).toEqual([one.id]);
  expect(await countDeliveries(ctx, { to: edge })).toMatchObject({ delivered: 1, failed: 0 });
});

test.each([{ from: "yesterday" }, { to: "" }, { from: "+275760-09-13T00:00:00.000Z" }])(
  "%o is refused",
  async (filter) => {
    const [property] = Object.keys(filter);
    await expect(listDeliveries(ctx, { take: 9, ...filter })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ property }],
    });
  },
);
