import { beforeEach, expect, test } from "vitest";
import type { Ctx } from "@/lib/identity";
import { findInStore } from "@/lib/webhooks";
import { makeAttempt, makeDelivery, makeSequencedEvent } from "../support/factories/delivery";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";

async function makeCase() {
  const { id: storeId } = await makeStore();
  const { ctx } = await makeMember({ storeId, role: "viewer" });
  const url = "https://hooks.tressi.example/v1";
  const endpoint = await makeEndpoint({ storeId, name: "Client app", url, work: { troubled: true } });
  const event = await makeSequencedEvent({ storeId, type: "order.paid" });
  const delivery = await makeDelivery({
    storeId,
    endpointId: endpoint.id,
    eventId: event.id,
    status: "failed",
    dueAt: new Date(Date.now() + 60_000),
  });
  const attempt = await makeAttempt({ storeId, deliveryId: delivery.id });
  return { ctx, endpoint, event, delivery, attempt };
}

let mine: Awaited<ReturnType<typeof makeCase>>;
beforeEach(async () => void (mine = await makeCase()));

const kinds = async (ctx: Ctx, q: string) =>
  (await findInStore(ctx, { q })).map(({ kind, id }) => `${kind} ${id}`);

test("an id finds its own thing, an attempt's its delivery", async () => {
  const { ctx, endpoint, event, delivery, attempt } = mine;
  expect(await kinds(ctx, endpoint.id)).toEqual([`endpoint ${endpoint.id}`]);
  expect(await kinds(ctx, ` ${delivery.id} `)).toEqual([`delivery ${delivery.id}`]);
  expect(await kinds(ctx, attempt.id)).toEqual([`delivery ${delivery.id}`]);
  expect(await kinds(ctx, event.id)).toEqual([`event ${event.id}`, `delivery ${delivery.id}`]);
});

test("a part of a URL or a name finds an endpoint and how it is", async () => {
  for (const q of ["tressi.example", "client"])
    expect(await findInStore(mine.ctx, { q })).toMatchObject([
      { kind: "endpoint", name: "Client app", url: "https://hooks.tressi.example/v1", health: "failing" },
    ]);
});

test("a number finds the deliveries that tell of it", async () => {
  const { ctx, event, delivery } = mine;
  expect(await findInStore(ctx, { q: `#${event.subjectName}` })).toEqual([
    {
      kind: "delivery",
      id: delivery.id,
      eventType: "order.paid",
      subjectName: event.subjectName,
      endpointName: "Client app",
      status: "failed",
      dueAt: expect.any(String),
    },
  ]);
});

test("nothing of another store is found, by whatever is asked", async () => {
  const other = await makeCase();
  for (const { id } of [other.endpoint, other.event, other.delivery, other.attempt])
    expect(await kinds(mine.ctx, id)).toEqual([]);
  expect(await kinds(mine.ctx, "tressi")).toEqual([`endpoint ${mine.endpoint.id}`]);
});

test("what is no search finds nothing", async () => {
  for (const q of ["", "x", "a\0b", "%%", "__", "x".repeat(3_000)])
    expect(await findInStore(mine.ctx, { q })).toEqual([]);
});
