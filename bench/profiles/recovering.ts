import { until } from "@/scripts/launch/launcher.mjs";
import type { Ground } from "../ground/bench-ground";
import { commitMany } from "../ground/commit-many";
import { makeStores, type BenchStore } from "../ground/stores";
import { measureDrain } from "../measure/drain";
import type { Profile } from "./profile";
import { withProduct } from "../ground/with-product";

/** What piled up for one endpoint that failed and is well again: the slow lane's own. */
export function recovering({ events }: { events: number }): Profile {
  return {
    name: `recovering-${events}`,
    about: `${events} events of one store, committed while its only endpoint was in trouble; it answers again`,
    run: async (ground) => {
      const stores = await makeStores(ground.receiverUrl, {
        count: 1,
        path: (number) => `/failing/${number}`,
      });
      const first = await getIntoTrouble(ground, stores[0]!);
      const committed = [...first, ...(await commitMany(ground, stores, events))];
      return [await measureDrain(ground, stores, committed)];
    },
  };
}

async function getIntoTrouble(ground: Ground, store: BenchStore) {
  await ground.receiver.ask({ kind: "fail", fail: true });
  const committed = await commitMany(ground, [store], 1);
  await withProduct(ground, "worker", () =>
    until(
      async () => {
        const { rowCount } = await ground.client.query(
          "SELECT 1 FROM endpoint_work WHERE store_id = $1 AND troubled",
          [store.id],
        );
        return rowCount === 1;
      },
      { timeoutMs: 30_000, message: "The endpoint did not get into trouble." },
    ),
  );
  await ground.receiver.ask({ kind: "fail", fail: false });
  return committed;
}
