import type { Ground } from "../ground/bench-ground";
import type { BenchStore } from "../ground/stores";
import type { LoadResult } from "../processes/messages";
import { withProduct } from "../ground/with-product";
import { rawLimit } from "./raw";
import { readStatements, resetStatements } from "./statements";
import { allReceived, expectedOf, judge, takeReceipts, watchProcesses } from "./run";

/** Starts the worker on what is committed already; the rate is from the first delivery to the last. */
export async function measureDrain(ground: Ground, stores: BenchStore[], committed: LoadResult["committed"]) {
  const { perSecond: rawPerSecond } = await rawLimit(ground);
  await ground.client.query("CHECKPOINT");
  await takeReceipts(ground);
  await resetStatements(ground.client);
  return withProduct(ground, "worker", async (product) => {
    const used = watchProcesses(ground, product);
    const expected = expectedOf(stores, committed);
    await allReceived(ground, expected);
    const use = used();
    const { count, costliest } = await readStatements(ground.client);
    const receipts = await takeReceipts(ground);
    const times = receipts.map(([, , atMs]) => atMs).sort((a, b) => a - b);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    const { lost, doubled } = judge(expected, receipts);
    return {
      events: committed.length,
      deliveriesPerSecond: Math.round(times.length / seconds),
      seconds: Math.round(seconds * 10) / 10,
      shareOfRawLimit: Math.round((times.length / seconds / rawPerSecond) * 100) / 100,
      rawPerSecond,
      lost,
      doubled,
      statementsPerEvent: Math.round((count / committed.length) * 100) / 100,
      costliest,
      ...use,
    };
  });
}
