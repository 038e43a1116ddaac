import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { relayEvents } from "@/lib/events";
import { db } from "@/lib/platform/db";
import { attemptBatch, disableEndpoint, enableEndpoint, fanOut } from "@/lib/webhooks";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent, makeEvents } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain } from "../support/pipeline";
import { endProcess, startWorkerProcess } from "../support/worker-process";

/** Never answered, by path. */
const hanging = new Map<string, ServerResponse[]>();
let mostHanging = 0;
const failed = new Set<string>();

const receiver = await fileReceiver({
  reply: ({ path, headers }, response) => {
    if (path.startsWith("/hangs")) hang(path, response);
    else if (path.startsWith("/fails-once")) failOnce(`${path} ${headers["webhook-id"]}`, response);
    else response.writeHead(200).end();
  },
});

function hang(path: string, response: ServerResponse): void {
  const open = [...(hanging.get(path) ?? []), response].filter(({ closed }) => !closed);
  hanging.set(path, open);
  mostHanging = Math.max(mostHanging, open.length);
}

function failOnce(delivery: string, response: ServerResponse): void {
  response.writeHead(failed.has(delivery) ? 200 : 500).end();
  failed.add(delivery);
}

const deliveredTo = (...endpoints: { id: string }[]) =>
  db().delivery.count({
    where: { endpointId: { in: endpoints.map(({ id }) => id) }, status: "delivered" },
  });

const sequences = (path: string) =>
  receiver.requests
    .filter((request) => request.path === path)
    .map(({ rawBody }) => (JSON.parse(rawBody.toString()) as { sequence: number }).sequence);

test("of twenty endpoints one hangs and one is dead: the other eighteen get everything while it still hangs", async () => {
  const { id: storeId } = await makeStore();
  const silent = await makeEndpoint({ storeId, url: `${receiver.url}/hangs` });
  const dead = await makeEndpoint({ storeId, url: "http://127.0.0.1:1/" });
  const well = await Promise.all(
    Array.from({ length: 18 }, (_, index) => makeEndpoint({ storeId, url: `${receiver.url}/well/${index}` })),
  );
  const worker = await startWorkerProcess(receiver.target, "127.0.0.1:1");
  try {
    await makeEvents(storeId, 30);
    await db().$executeRaw`NOTIFY opencals_nudge`;
    await expect.poll(() => deliveredTo(...well), { timeout: 120_000, interval: 100 }).toBe(18 * 30);
    expect(mostHanging).toBeGreaterThan(0);
    expect(mostHanging).toBeLessThanOrEqual(10);
    expect(await deliveredTo(silent, dead)).toBe(0);
  } finally {
    await endProcess(worker, "SIGKILL");
  }
});

test("drains of endpoints that hang take no place from those of endpoints with retries due", async () => {
  const { id: storeId } = await makeStore();
  // More than a process drains at once.
  const silent = await Promise.all(
    Array.from({ length: 25 }, (_, index) =>
      makeEndpoint({ storeId, url: `${receiver.url}/hangs/${index}`, work: { troubled: true } }),
    ),
  );
  const recovering = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      makeEndpoint({ storeId, url: `${receiver.url}/fails-once/${index}` }),
    ),
  );
  const worker = await startWorkerProcess(receiver.target);
  try {
    // Far more than hanging attempts get through within the test.
    await makeEvents(storeId, 100);
    await db().$executeRaw`NOTIFY opencals_nudge`;
    await expect.poll(() => deliveredTo(...recovering), { timeout: 120_000, interval: 250 }).toBe(10 * 100);
    expect(await deliveredTo(...silent)).toBe(0);
    expect([...hanging.keys()].filter((path) => path.startsWith("/hangs/"))).toHaveLength(25);
  } finally {
    await endProcess(worker, "SIGKILL");
  }
});

test("one store's flood delays no other store's trickle, in the relay either", async () => {
  const { id: flooding } = await makeStore();
  const { id: trickling } = await makeStore();
  await makeEndpoint({ storeId: flooding, url: `${receiver.url}/flood` });
  await makeEndpoint({ storeId: trickling, url: `${receiver.url}/trickle` });
  await makeEvents(flooding, 1_500);
  const trickle = await makeEvents(trickling, 5);
  const positions = await relayEvents({ embedded: true });
  const inFirst = await db().event.count({
    where: { id: { in: trickle }, position: { in: positions.map(BigInt) } },
  });
  expect(inFirst).toBe(5);
  const { batch } = await fanOut(positions);
  await attemptBatch({ batch, patienceMs: Infinity });
  expect(sequences("/trickle").sort()).toEqual([1, 2, 3, 4, 5]);
  expect(sequences("/flood").length).toBeLessThanOrEqual(100);
  while ((await relayEvents({ embedded: true })).length > 0);
});

test("a backlog delays no fresh event, and is caught up with in order", async () => {
  const { id: storeId } = await makeStore();
  const { ctx } = await makeMember({ storeId });
  const { id } = await makeEndpoint({ storeId, url: `${receiver.url}/backlog`, work: { cap: 1 } });
  await disableEndpoint(ctx, { id });
  await makeEvents(storeId, 300);
  await deliver();
  await enableEndpoint(ctx, { id, held: "catch-up" });
  await makeEvent({ storeId });
  await deliver();
  await drain(id);
  const sent = sequences("/backlog");
  expect(sent).toHaveLength(301);
  expect(sent.indexOf(301)).toBeLessThan(10);
  const backlog = sent.filter((sequence) => sequence !== 301);
  expect(backlog).toEqual(backlog.toSorted((a, b) => a - b));
});
