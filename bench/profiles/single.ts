import { setTimeout as sleep } from "node:timers/promises";
import { makeStores } from "../ground/stores";
import { percentiles } from "../measure/percentiles";
import { ratio, rawRoundTrip } from "../measure/raw";
import { allReceived, expectedOf, takeReceipts } from "../measure/run";
import type { LoadResult } from "../processes/messages";
import type { Profile } from "./profile";
import { withProduct } from "../ground/with-product";

/** Long enough for everything of the one before to be over. */
const betweenMs = 250;

/** One event at a time on an idle system. */
export function single({ count }: { count: number }): Profile {
  return {
    name: "single",
    about: `${count} events, one at a time, some ${betweenMs} ms apart`,
    run: async (ground) => {
      const { p50: rawP50 } = await rawRoundTrip(ground, 1000 / betweenMs);
      const [store] = await makeStores(ground.receiverUrl, { count: 1 });
      return withProduct(ground, "worker", async () => {
        const tookMs: number[] = [];
        let lost = 0;
        for (let index = -10; index < count; index++) {
          await sleep(betweenMs * (0.8 + 0.4 * Math.random()));
          const run = { stores: [store!.id], perSecond: 1000, seconds: 1e-9, data: ground.data };
          const { committed } = await ground.load.ask<LoadResult>(run);
          await allReceived(ground, expectedOf([store!], committed));
          const receipts = await takeReceipts(ground);
          const received = receipts.find(([id]) => id === committed[0]?.[0]);
          if (index < 0) continue;
          if (received) tookMs.push(received[2] - committed[0]![2]);
          else lost++;
        }
        const endToEnd = percentiles(tookMs);
        return [{ endToEnd, events: count, lost, rawP50, ratioToRawP50: ratio(endToEnd.p50, rawP50) }];
      });
    },
  };
}
