import type { ServerResponse } from "node:http";
import { beforeEach, expect, test } from "vitest";
import { relayEvents } from "@/lib/events";
import { newId } from "@/lib/platform/ids";
import { db } from "@/lib/platform/db";
import {
  attemptBatch,
  cancelRetries,
  fanOut,
  getDelivery,
  resendDelivery,
  sweepWebhooks,
} from "@/lib/webhooks";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain, findDelivery, letLeasesEnd, letTimePass } from "../support/pipeline";

/** Names of bookings whose requests fail. */
const failing = new Set<string>();
const unanswered: ServerResponse[] = [];
let storeId: string;

const receiver = await fileReceiver({
  reply: ({ path, rawBody }, response) => {
    if (path === "/wait") return void unanswered.push(response);
    response.writeHead(failing.has(nameIn(rawBody)) ? 500 : 200).end();
  },
});
beforeEach(async () => {
  storeId = (await makeStore()).id;
  failing.clear();
  unanswered.length = 0;
});

const nameIn = (rawBody: Buffer) =>
  (JSON.parse(rawBody.toString()) as { data: { order: { name: string } } }).data.order.name;
const sequenceIn = (rawBody: Buffer) => (JSON.parse(rawBody.toString()) as { sequence: number }).sequence;
const sent = () => receiver.requests.map(({ rawBody }) => `${nameIn(rawBody)}.${sequenceIn(rawBody)}`);
const makeOrdered = (path = "/") =>
  makeEndpoint({ storeId, url: receiver.url + path, ordered: true, retryDelays: [60, 60] });

/** Events of bookings, in this order; the n-th has the sequence n. */
async function happen(names: string): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const data = { order: { id: newId(), name } };
    ids.push(
      (await makeEvent({ storeId, orderingKey: `${storeId}.${name}`, subject: { id: newId(), name }, data }))
        .id,
    );
  }
  return ids;
}

test("events of one booking come in order under retries, and other bookings flow on", async () => {
  const endpoint = await makeOrdered();
  failing.add("A");
  await happen("AABAB");
  await deliver();
  await drain(endpoint.id);
  expect(sent()).toEqual(["A.1", "B.3", "B.5"]);
  failing.clear();
  await letTimePass(endpoint.id);
  await drain(endpoint.id);
  expect(sent().slice(3)).toEqual(["A.1", "A.2", "A.4"]);
});

test("one request of a booking at a time, however many are due", async () => {
  const endpoint = await makeOrdered("/wait");
  await happen("AAAB");
  await deliver();
  const draining = drain(endpoint.id);
  for (const expected of [2, 3, 4]) {
    await expect.poll(() => receiver.requests.length).toBe(expected);
    const first = unanswered.splice(0, 1);
    if (expected === 2) unanswered.splice(0, 1)[0]!.writeHead(200).end();
    first[0]!.writeHead(200).end();
  }
  await draining;
  expect(sent().filter((name) => name.startsWith("A"))).toEqual(["A.1", "A.2", "A.3"]);
  expect(await db().delivery.count({ where: { endpointId: endpoint.id, status: "delivered" } })).toBe(4);
});

test("what is fanned out early waits for the batch before it, which wakes it", async () => {
  const endpoint = await makeOrdered();
  await happen("AB");
  const first = await relayEvents({ embedded: true });
  await happen("AC");
  const second = await relayEvents({ embedded: true });
  const { batch: later } = await fanOut(second);
  await attemptBatch({ batch: later, patienceMs: Infinity });
  await drain(endpoint.id);
  expect(sent()).toEqual([]);
  await fanOut(first);
  await drain(endpoint.id);
  expect(sent().filter((name) => name.startsWith("A"))).toEqual(["A.1", "A.3"]);
  expect(sent()).toHaveLength(4);
});

test("a booking flows on past what is exhausted or canceled", async () => {
  const endpoint = await makeEndpoint({ storeId, url: receiver.url, ordered: true, retryDelays: [] });
  const { ctx } = await makeMember({ storeId });
  failing.add("A");
  await happen("AA");
  await deliver();
  await drain(endpoint.id);
  expect(sent()).toEqual(["A.1", "A.2"]);

  await db().endpoint.update({ where: { id: endpoint.id }, data: { retryDelays: [60] } });
  const [held] = await happen("BB");
  failing.add("B");
  await deliver();
  await drain(endpoint.id);
  failing.clear();
  expect(sent().slice(2)).toEqual(["B.3"]);
  const { id } = await findDelivery({ endpointId: endpoint.id, eventId: held });
  await cancelRetries(ctx, { id });
  await drain(endpoint.id);
  expect(sent().slice(3)).toEqual(["B.4"]);
});

test("a resend is refused while an earlier one of its booking is open, and says what it waits for", async () => {
  const endpoint = await makeOrdered();
  const { ctx } = await makeMember({ storeId });
  failing.add("A");
  const [, second] = await happen("AA");
  await deliver();
  await drain(endpoint.id);
  const { id } = await findDelivery({ endpointId: endpoint.id, eventId: second });
  await expect(resendDelivery(ctx, { id })).rejects.toThrow("earlier delivery of the same booking");
  expect((await getDelivery(ctx, id)).waits.behind).toBe("order A");
});

test("a dead worker's claim keeps its booking's place, and the sweep lets it go on", async () => {
  const endpoint = await makeOrdered("/wait");
  await happen("AA");
  await deliver();
  const dead = drain(endpoint.id);
  await expect.poll(() => receiver.requests.length).toBe(1);
  await letLeasesEnd();
  await sweepWebhooks({ embedded: true });
  const alive = drain(endpoint.id);
  await expect.poll(() => receiver.requests.length).toBe(2);
  expect(sent()).toEqual(["A.1", "A.1"]);
  for (const response of unanswered.splice(0)) response.writeHead(200).end();
  await expect.poll(() => receiver.requests.length).toBe(3);
  for (const response of unanswered.splice(0)) response.writeHead(200).end();
  await Promise.all([dead, alive]);
  expect(sent()[2]).toBe("A.2");
});
