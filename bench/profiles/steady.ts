import { makeStores } from "../ground/stores";
import { ratio, rawLimit, rawRoundTrip } from "../measure/raw";
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
      const { perSecond: rawPerSecond } = await rawLimit(ground);
      const { p95: rawP95 } = await rawRoundTrip(ground, perSecond * fanOut);
      const made = await makeStores(ground.receiverUrl, { count: stores, fanOut });
      const result = await withProduct(ground, engine, (product) =>
        measureRun(ground, { stores: made, perSecond, seconds, product }),
      );
      return [{ ...result, rawPerSecond, rawP95, ratioToRawP95: ratio(result.endToEnd.p95, rawP95) }];
    },
  };
}
