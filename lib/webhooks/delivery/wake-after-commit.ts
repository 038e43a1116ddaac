import type { Tx } from "@/lib/platform/db";
import { afterCommit } from "@/lib/platform/transaction";
import { announceStores } from "./announce-stores";
import { wakeEndpoints, type Wake } from "./wake-endpoints";

/** Once `tx` has committed, sets going what it made due and has the store's pages look again. */
export function wakeAfterCommit(tx: Tx, storeId: string, wakes: Wake[]): void {
  afterCommit(tx, () => {
    announceStores([storeId]);
    void wakeEndpoints(wakes);
  });
}
