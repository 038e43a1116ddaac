import { makeStores } from "../ground/stores";
import { rawLimit, rawP95 } from "../measure/raw";
import { measureRun } from "../measure/run";
import type { Profile } from "./profile";
import { withProduct, type Engine } from "../ground/with-product";

type Steady = { perSecond: number; fanOut?: number; seconds: number; stores?: number; engine?: Engine };

/** Events at one rate, spread over stores, each to `fanOut` endpoints. */
export function steady({ perSecond, fanOut = 1, seconds, stores = 20, engine = "worker" }: Steady): Profile {
  const where = [stores === 1 ? "-one-endpoint" : "", engine === "web" ? "-web" : ""].join("");
  return {
    name: `steady-${perSecond}x${fanOut}${where}`,
    about: `${perSecond} events/s to ${stores} stores with ${fanOut} endpoints each, for ${seconds} s; engine in the ${engine} process`,
    run: async (ground) => {
      const raw = {
        ...(await rawLimit(ground)),
        p95: await rawP95(ground, perSecond * fanOut),
      };
      const made = await makeStores(ground.receiverUrl, { count: stores, fanOut });
      const result = await withProduct(ground, engine, (product) =>
        measureRun(ground, { stores: made, perSecond, seconds, product }),
      );
      const ratio = Math.round((result.endToEnd.p95 / raw.p95) * 10) / 10;
      return [{ ...result, rawPerSecond: raw.perSecond, rawP95: raw.p95, ratioToRawP95: ratio }];
    },
  };
}
