import { makeStores } from "../ground/stores";
import { measureRun } from "../measure/run";
import type { Profile } from "./profile";
import { withProduct } from "../ground/with-product";

type Burst = { perSecond: number; factor: number; seconds: number };

/** A calm, a burst, and the same calm again: what a burst costs, and how soon it is over. */
export function burst({ perSecond, factor, seconds }: Burst): Profile {
  return {
    name: `burst-${factor}x`,
    about: `${perSecond} events/s for 10 s, ${perSecond * factor}/s for ${seconds} s, ${perSecond}/s for 10 s again`,
    run: async (ground) => {
      const stores = await makeStores(ground.receiverUrl, { count: 20 });
      return withProduct(ground, "worker", async (product) => {
        const phase = async (name: string, rate: number, length: number) => ({
          phase: name,
          ...(await measureRun(ground, {
            stores,
            perSecond: rate,
            seconds: length,
            product,
            warmUpSeconds: 0,
          })),
        });
        return [
          await phase("before", perSecond, 10),
          await phase("burst", perSecond * factor, seconds),
          await phase("after", perSecond, 10),
        ];
      });
    },
  };
}
