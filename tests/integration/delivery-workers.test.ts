import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent, makeEvents } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { findDelivery, letLeasesEnd } from "../support/pipeline";
import { endProcess, startWorkerProcess } from "../support/worker-process";

/** Called before each answer; whatever does not resolve is never answered. */
let beforeAnswer: () => Promise<void>;
const workers = new Set<ChildProcess>();

const receiver = await fileReceiver({
  reply: (_request, response) => void beforeAnswer().then(() => response.writeHead(200).end()),
});
beforeEach(() => {
  beforeAnswer = async () => {};
});
afterEach(async () => {
  await Promise.all([...workers].map((worker) => endProcess(worker, "SIGKILL")));
  workers.clear();
  // What a test leaves open would be delivered during the next one.
  await db().delivery.updateMany({
    where: { dueAt: { not: null } },
    data: { status: "canceled", dueAt: null, claimId: null, claimedUntil: null },
  });
});

async function startWorker(): Promise<ChildProcess> {
  const worker = await startWorkerProcess(receiver.target);
  workers.add(worker);
  return worker;
}

const waitMs = { timeout: 120_000, interval: 100 };
/** What a dead worker had in hand is taken up again within a minute; then it has to be sent, and a busy machine is slow. */
const recoveryMs = { timeout: 180_000, interval: 250 };

test("an event recorded while the engine was down is delivered after it comes back", async () => {
  const { id: storeId } = await makeStore();
  const endpoint = await makeEndpoint({ storeId, url: receiver.url });
  const event = await makeEvent({ storeId });
  await startWorker();
  await receiver.waitFor(({ headers }) => headers["webhook-id"] === event.id);
  await expect
    .poll(async () => (await findDelivery({ endpointId: endpoint.id })).status, waitMs)
    .toBe("delivered");
});

test("killed between send and record: delivered again with the same webhook-id, never lost", async () => {
  const { id: storeId } = await makeStore();
  const endpoint = await makeEndpoint({ storeId, url: receiver.url });
  const worker = await startWorker();
  beforeAnswer = async () => {
    beforeAnswer = async () => {};
    await endProcess(worker, "SIGKILL");
  };
  const event = await makeEvent({ storeId });
  await receiver.waitFor(({ headers }) => headers["webhook-id"] === event.id);
  await startWorker();
  await letLeasesEnd();
  await expect
    .poll(async () => (await findDelivery({ endpointId: endpoint.id })).status, waitMs)
    .toBe("delivered");

  const sent = receiver.requests.map(({ headers }) => [headers["webhook-id"], headers["x-opencals-attempt"]]);
  expect(sent).toEqual([
    [event.id, "1"],
    [event.id, "2"],
  ]);
  const { attemptRows } = await findDelivery({ endpointId: endpoint.id });
  expect(attemptRows.map(({ outcome }) => outcome)).toEqual(["interrupted", "delivered"]);
});

test("a worker that is told to stop leaves no claim behind and ends with 0", async () => {
  const { id: storeId } = await makeStore();
  const endpoint = await makeEndpoint({ storeId, url: receiver.url, work: { cap: 2 } });
  beforeAnswer = () => new Promise(() => {});
  await makeEvents(storeId, 30);
  const worker = await startWorker();
  await expect.poll(() => receiver.requests.length, waitMs).toBe(2);
  expect(await endProcess(worker, "SIGTERM")).toBe(0);
  expect(await db().delivery.count({ where: { claimId: { not: null } } })).toBe(0);
  const attempts = await db().attempt.findMany({ where: { storeId } });
  expect(attempts.map(({ number, outcome }) => [number, outcome])).toEqual([
    [1, "interrupted"],
    [1, "interrupted"],
  ]);
  expect(await db().delivery.count({ where: { endpointId: endpoint.id, attempts: 0 } })).toBe(28);
});

test("at most its cap of requests at once, over two workers", async () => {
  const { id: storeId } = await makeStore();
  const endpoint = await makeEndpoint({ storeId, url: receiver.url, work: { cap: 3 } });
  let now = 0;
  let most = 0;
  let fill = () => {};
  const isFull = new Promise<void>((resolve) => (fill = resolve));
  beforeAnswer = async () => {
    most = Math.max(most, ++now);
    if (now === 3) fill();
    await isFull;
    await sleep(5);
    now--;
  };
  await Promise.all([startWorker(), startWorker()]);
  for (let burst = 0; burst < 20; burst++) {
    await makeEvents(storeId, 15);
    await db().$executeRaw`NOTIFY opencals_nudge`;
    await sleep(20);
  }
  await expect
    .poll(() => db().delivery.count({ where: { endpointId: endpoint.id, status: "delivered" } }), waitMs)
    .toBe(300);
  expect(receiver.requests).toHaveLength(300);
  expect(most).toBe(3);
});

test("each turn of an endpoint is told once, however often two workers are told to tell", async () => {
  const { id: storeId } = await makeStore();
  for (const role of ["owner", "developer", "viewer"] as const) await makeMember({ storeId, role });
  await makeEndpoint({ storeId, url: receiver.url, operationalTypes: ["endpoint.disabled"] });
  const disabled = { disabledAt: new Date(), disabledReason: "gone" };
  for (let count = 0; count < 40; count++) {
    const { id: endpointId } = await makeEndpoint({ storeId, ...disabled });
    await db().endpointAlert.create({ data: { storeId, endpointId, kind: "disabled", at: new Date() } });
  }
  await Promise.all([startWorker(), startWorker()]);
  await db().$queryRaw`
    SELECT engine_send('cron/tell-alerts', '{"cron": "now"}', 'now ' || n)::text FROM generate_series(1, 16) n`;
  await expect.poll(() => db().endpointAlert.count({ where: { storeId, toldAt: null } }), waitMs).toBe(0);
  await expect.poll(() => receiver.requests.length, waitMs).toBe(40);
  await expect
    .poll(() => db().engineRun.count({ where: { triggerId: { startsWith: "now " }, endedAt: null } }), waitMs)
    .toBe(0);
  expect(await db().mail.count({ where: { storeId } })).toBe(80);
  expect(await db().event.count({ where: { storeId, type: "endpoint.disabled" } })).toBe(40);
});

test("ten thousand events through two workers that are killed six times: none lost, doubled only under the same id", async () => {
  const rounds = await Promise.all(
    Array.from({ length: 6 }, (_, round) => makeEndpoints(20, `/many/${round}`)),
  );
  const arrived = (path = "/many/") => receiver.requests.filter((request) => request.path.startsWith(path));
  const stores = { storeId: { in: rounds.flat().map(({ storeId }) => storeId) } };
  beforeAnswer = () => sleep(5);
  const running = [await startWorker(), await startWorker()];
  const ids: string[] = [];
  const record = async (endpoints: { storeId: string }[], count: number) => {
    for (const { storeId } of endpoints) ids.push(...(await makeEvents(storeId, count)));
    await db().$executeRaw`NOTIFY opencals_nudge`;
  };
  for (const [round, endpoints] of rounds.entries()) {
    await record(endpoints, 80);
    // What the dead had in hand waits for the end of its lease; other endpoints' events do not wait for that.
    await expect.poll(() => arrived(`/many/${round}`).length, waitMs).toBeGreaterThan(300);
    await endProcess(running.shift()!, "SIGKILL");
    running.push(await startWorker());
  }
  await record(rounds[0]!, 20);
  const isDelivered = { ...stores, status: "delivered" };
  await expect.poll(() => db().delivery.count({ where: isDelivered }), recoveryMs).toBe(10_000);

  expect(new Set(arrived().map(({ headers }) => headers["webhook-id"]))).toEqual(new Set(ids));
  expect(await db().delivery.count({ where: stores })).toBe(10_000);
  const attempts = arrived().map(
    ({ headers }) => `${headers["x-opencals-delivery"]} ${headers["x-opencals-attempt"]}`,
  );
  expect(new Set(attempts).size).toBe(attempts.length);
  expect(await db().attempt.count({ where: { ...stores, outcome: "interrupted" } })).toBeGreaterThan(0);
}, 600_000);

const makeEndpoints = (count: number, path: string) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const { id: storeId } = await makeStore();
      return makeEndpoint({ storeId, url: `${receiver.url}${path}` });
    }),
  );
