import { until } from "@/scripts/launch/launcher.mjs";
import type { Ground } from "../ground/bench-ground";
import { commitMany } from "../ground/commit-many";
import { makeStores, type BenchStore } from "../ground/stores";
import { measureDrain } from "../measure/drain";
import type { Profile } from "./profile";
import { withProduct } from "../ground/with-product";

/** What piled up for one endpoint that asked to be left alone and is well again: the slow lane's own, all fanned out before. */
export function recovering({ events }: { events: number }): Profile {
  return {
    name: `recovering-${events}`,
    about: `${events} events of one store that piled up while its only endpoint was paused; the pause is over`,
    run: async (ground) => {
      const [store] = await makeStores(ground.receiverUrl, {
        count: 1,
        path: (number) => `/failing/${number}`,
      });
      const committed = await pileUp(ground, store!, events);
      return [await measureDrain(ground, [store!], committed)];
    },
  };
}

async function pileUp(ground: Ground, store: BenchStore, events: number) {
  const { client, receiver } = ground;
  const isSo = async (condition: string) =>
    (await client.query(`SELECT 1 WHERE ${condition}`, [store.id])).rowCount === 1;
  await receiver.ask({ kind: "fail", fail: true });
  const committed = await commitMany(ground, [store], 1);
  await withProduct(ground, "worker", async () => {
    const isPaused = "EXISTS (SELECT FROM endpoint_work WHERE store_id = $1 AND paused_until > policy_now())";
    await until(() => isSo(isPaused), { timeoutMs: 30_000, message: "The endpoint was not paused." });
    await receiver.ask({ kind: "fail", fail: false });
    committed.push(...(await commitMany(ground, [store], events)));
    await client.query("NOTIFY opencals_nudge");
    const isFannedOut = "NOT EXISTS (SELECT FROM event WHERE store_id = $1 AND fanned_out_at IS NULL)";
    await until(() => isSo(isFannedOut), { timeoutMs: 120_000, message: "The events were not fanned out." });
  });
  // The sweep of the next worker finds it.
  await client.query("UPDATE endpoint_work SET paused_until = NULL, armed_at = NULL WHERE store_id = $1", [
    store.id,
  ]);
  return committed;
}
