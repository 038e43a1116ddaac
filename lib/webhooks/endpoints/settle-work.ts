import type { Tx } from "@/lib/platform/db";
import { wakeAfterCommit } from "../delivery/wake-after-commit";
import type { Wake } from "../delivery/wake-endpoints";

/** Deliveries changed in one transaction; the endpoint's drain goes on with the rest. */
const batchMax = 1_000;

/** Carries out for its deliveries what an endpoint has just become. The caller holds its row. */
export async function settleWork(tx: Tx, endpoint: { id: string; storeId: string }): Promise<void> {
  const wakes = await tx.$queryRaw<{ wake: Wake }[]>`
    SELECT * FROM settle_work(${endpoint.id}, ${batchMax}::int) AS wake`;
  wakeAfterCommit(
    tx,
    endpoint.storeId,
    wakes.map(({ wake }) => wake),
  );
}
