import { db, type Tx } from "./db";

/** Policy time, from the database's one clock. Leases and timeouts use the machine's own instead. */
export async function policyNow(tx: Tx = db()): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT policy_now() AS now`;
  if (!row) throw new Error("policy_now() returned no row.");
  return row.now;
}
