import { db } from "@/lib/platform/db";
import type { Ground } from "../ground/bench-ground";
import { makeStores, type BenchStore } from "../ground/stores";
import { measureRun, type RunResult } from "../measure/run";
import type { Profile } from "./profile";
import { withProduct } from "../ground/with-product";

type Wanted = { perSecond: number; endpoints: number; seconds: number; pairs: number };

const perStore = 5;

/** Pairs of runs in turn, all endpoints healthy and two of them not: what one dead and one hanging cost the others. */
export function deadAndHanging({ perSecond, endpoints, seconds, pairs }: Wanted): Profile {
  const events = Math.round(perSecond / perStore);
  return {
    name: "dead-and-hanging",
    about: `${perSecond} deliveries/s to ${endpoints} endpoints, ${pairs} pairs of ${seconds} s: all healthy, then one dead and one hanging among them`,
    run: async (ground) => {
      const rows: { pair: number; sick: boolean; result: RunResult }[] = [];
      for (let pair = 1; pair <= pairs; pair++) {
        for (const sick of pair % 2 ? [false, true] : [true, false]) {
          const result = await runOnce(ground, { sick, seconds, events, endpoints });
          rows.push({ pair, sick, result });
        }
      }
      const worse = rows
        .filter(({ sick }) => sick)
        .map(({ pair, result }) => {
          const healthy = rows.find((row) => row.pair === pair && !row.sick)!;
          return Math.round((result.endToEnd.p95 / healthy.result.endToEnd.p95 - 1) * 100);
        })
        .sort((a, b) => a - b);
      return [
        ...rows.map(({ pair, sick, result }) => ({ pair, sick, ...result })),
        { p95OfOthersWorsePercent: worse[Math.floor(worse.length / 2)] ?? NaN, ofEachPair: worse },
      ];
    },
  };
}

type Once = { sick: boolean; seconds: number; events: number; endpoints: number };

async function runOnce(ground: Ground, { sick, seconds, events, endpoints }: Once): Promise<RunResult> {
  const fresh = await makeStores(ground.receiverUrl, { count: endpoints / perStore, fanOut: perStore });
  const [first, second, ...others] = fresh;
  if (sick) {
    // In place of a healthy one each, so that both runs have as many endpoints.
    await replaceLast(first!, ground.receiverUrl, `${ground.deadUrl}/dead`);
    await replaceLast(second!, ground.receiverUrl, `${ground.receiverUrl}/hang`);
  }
  const stores = [first!, second!, ...others];
  return withProduct(ground, "worker", (product) =>
    measureRun(ground, { stores, perSecond: events, seconds, product }),
  );
}

/** Nobody waits for what the sick one is owed. */
async function replaceLast(store: BenchStore, receiverUrl: string, url: string): Promise<void> {
  const was = `${receiverUrl}${store.paths.pop()}`;
  await db().endpoint.updateMany({
    where: { storeId: store.id, url: was },
    data: { url, normalizedUrl: url },
  });
}
