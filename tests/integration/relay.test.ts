import { beforeEach, expect, test } from "vitest";
import { recordEvent, relayEvents, startRelay } from "@/lib/events";
import { db, pool } from "@/lib/platform/db";
import { transaction } from "@/lib/platform/transaction";
import { makeEvent, makeEvents, newEvent } from "../support/factories/event";
import { makeStore } from "../support/factories/store";

let storeId: string;
beforeEach(async () => {
  await relayAll();
  storeId = (await makeStore()).id;
});

const relay = () => relayEvents({ embedded: true });
async function relayAll(): Promise<void> {
  while ((await relay()).length > 0);
}
const eventsOf = (id: string) =>
  db().event.findMany({ where: { storeId: id }, orderBy: { position: "asc" } });

test("a change that rolls back leaves no event, and one that commits has its event", async () => {
  await expect(
    transaction(undefined, async (tx) => {
      await recordEvent(tx, newEvent({ storeId }));
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow("changed my mind");
  expect(await eventsOf(storeId)).toEqual([]);
  const { id, position } = await makeEvent({ storeId });
  expect(await eventsOf(storeId)).toMatchObject([{ id, position, sequence: null }]);
});

test("an event of more than 256 KB is refused with its change, and the largest that is taken arrives whole", async () => {
  const data = (letters: number) => ({ order: { note: "é".repeat(letters) } });
  await expect(makeEvent({ storeId, data: data(140_000) })).rejects.toThrow(/takes 280021 bytes/);
  expect(await eventsOf(storeId)).toEqual([]);
  const { id } = await makeEvent({ storeId, data: data(130_000) });
  await relayAll();
  const { body } = await db().eventPayload.findFirstOrThrow({ where: { eventId: id } });
  expect(Buffer.byteLength(body)).toBeLessThan(256 * 1024);
  expect(JSON.parse(body).data).toEqual(data(130_000));
});

test("a store's sequence has no gaps and follows the order of recording, under four relays at once", async () => {
  const other = (await makeStore()).id;
  for (let round = 0; round < 5; round++) {
    await Promise.all([makeEvents(storeId, 40), makeEvents(other, 7), relay(), relay(), relay(), relay()]);
  }
  await relayAll();
  for (const [id, count] of [
    [storeId, 200],
    [other, 35],
  ] as const) {
    const sequences = (await eventsOf(id)).map(({ sequence }) => Number(sequence));
    expect(sequences).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  }
});

test("one store's flood lets another's event through with the next batch", async () => {
  await makeEvents(storeId, 2_000);
  const other = (await makeStore()).id;
  const event = await makeEvent({ storeId: other });
  const taken = await relay();
  expect(taken).toContain(String(event.position));
  expect(taken).toHaveLength(101);
});

test("an event that cannot be relayed is set aside with its reason, and the rest flow in order", async () => {
  const ids = await makeEvents(storeId, 9);
  await db().event.update({ where: { id: ids[4] }, data: { data: "no json" } });
  await relayAll();
  const events = await eventsOf(storeId);
  expect(events.map(({ sequence }) => sequence && Number(sequence))).toEqual([1, 2, 3, 4, null, 5, 6, 7, 8]);
  expect(events[4]?.setAside).toMatch(/json/);
});

test("what a batch was given, its hand-over included, is all there or not at all", async () => {
  await makeEvents(storeId, 3);
  await pool().query("ALTER FUNCTION engine_send RENAME TO engine_send_gone");
  try {
    await expect(relay()).rejects.toThrow(/engine_send/);
    expect((await eventsOf(storeId)).map(({ sequence }) => sequence)).toEqual([null, null, null]);
  } finally {
    await pool().query("ALTER FUNCTION engine_send_gone RENAME TO engine_send");
  }
  expect(await relay()).toHaveLength(3);
});

test("a running relay takes what this process records, and what others announce", async () => {
  const stop = startRelay({ embedded: true });
  try {
    await makeEvent({ storeId });
    await expect.poll(async () => (await eventsOf(storeId))[0]?.sequence).toBe(1n);
    await makeEvents(storeId, 1);
    await pool().query("NOTIFY opencals_nudge");
    await expect.poll(async () => (await eventsOf(storeId))[1]?.sequence).toBe(2n);
  } finally {
    await stop();
  }
});
