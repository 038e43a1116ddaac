import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { getDelivery } from "@/lib/webhooks";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvents } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain } from "../support/pipeline";

let storeId: string;

const receiver = await fileReceiver();
beforeEach(async () => {
  storeId = (await makeStore()).id;
});

test("no more than the endpoint's rate, whoever drains it and however often", async () => {
  const { id } = await makeEndpoint({ storeId, url: receiver.url, ratePerSecond: 20 });
  await makeEvents(storeId, 50);
  await deliver();
  expect(receiver.requests).toHaveLength(0);
  const startMs = Date.now();
  const isDone = async () =>
    (await db().delivery.count({ where: { endpointId: id, status: "delivered" } })) === 50;
  while (!(await isDone())) await Promise.all([drain(id), drain(id), deliver()]);
  // Slots are 50 ms apart. A busy machine may be late with a request, and then with the next at once: never early.
  const atMs = receiver.requests.map(({ receivedAt }) => receivedAt.getTime());
  for (const [index, at] of atMs.entries()) expect(at - startMs).toBeGreaterThan(index * 50 - 100);
});

test("what waits for its slot says so", async () => {
  const { id } = await makeEndpoint({ storeId, url: receiver.url, ratePerSecond: 1 });
  const { ctx } = await makeMember({ storeId });
  await makeEvents(storeId, 2);
  await deliver();
  const waiting = await db().delivery.findFirstOrThrow({ where: { endpointId: id } });
  expect((await getDelivery(ctx, waiting.id)).waits.ratePerSecond).toBe(1);
});
