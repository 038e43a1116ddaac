import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { openLiveStream } from "@/lib/platform/live-streams";
import { runShutdownHooks } from "@/lib/platform/shutdown";

const announce = (...stores: string[]) =>
  db().$executeRaw`SELECT pg_notify('opencals_live', ${JSON.stringify({ stores })})`;

function open(storeId: string, signal = new AbortController().signal) {
  const reader = openLiveStream(storeId, signal)!.getReader();
  const decoder = new TextDecoder();
  return {
    /** Reads on until `wanted` was said; undefined when the stream ended first. */
    async until(wanted: string): Promise<string | undefined> {
      for (let text = ""; ;) {
        const { value, done } = await reader.read();
        if (done) return undefined;
        text += decoder.decode(value, { stream: true });
        if (text.includes(wanted)) return text;
      }
    },
  };
}

/** The listener connects in its own time: announces until somebody hears it. */
async function untilHeard(storeId: string): Promise<void> {
  let heard = false;
  const first = open(storeId)
    .until("event: change")
    .then(() => (heard = true));
  while (!heard) {
    await announce(storeId);
    await Promise.race([first, new Promise((again) => setTimeout(again, 50))]);
  }
}

test("a page hears of its own store's changes and of no other store's", async () => {
  const [own, other] = [newId(), newId()];
  await untilHeard(newId());
  const page = open(own);
  const bystander = open(other);
  await announce(own);
  expect(await page.until("event: change")).toBeDefined();
  await announce(other);
  const heard = await bystander.until("event: change");
  expect(heard?.match(/event: change/g)).toHaveLength(1);
});

test("what changed between a page's drawing and its stream is told as the stream opens", async () => {
  const own = newId();
  const watcher = open(own);
  await untilHeard(newId());
  await announce(own);
  await watcher.until("event: change");
  expect(await open(own).until("event: change")).toBeDefined();
});

test("a burst of changes is told at once and once more, not each time", async () => {
  const own = newId();
  await untilHeard(newId());
  const page = open(own);
  for (let change = 0; change < 20; change++) await announce(own);
  expect(await page.until("event: change")).toBeDefined();
  const rest = await page.until("event: change");
  expect(rest?.match(/event: change/g)).toHaveLength(1);
});

test("a shutdown ends every stream, and a page that went away is forgotten", async () => {
  await untilHeard(newId());
  const gone = new AbortController();
  const left = open(newId(), gone.signal);
  gone.abort();
  expect(await left.until("event: change")).toBeUndefined();
  const page = open(newId());
  await runShutdownHooks();
  expect(await page.until("event: change")).toBeUndefined();
  expect(openLiveStream(newId(), gone.signal)).toBeUndefined();
});
