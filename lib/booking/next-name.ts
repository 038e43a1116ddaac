import { db } from "@/lib/platform/db";

const first = 1001;

/**
 * The next name of a store's appointments or orders ("1001"). Call it before the transaction that uses it: a counter bumped
 * inside one would make a store's bookings queue on it. A name whose transaction fails stays a gap.
 */
export async function nextName(storeId: string, kind: "appointment" | "order"): Promise<string> {
  const [row] = await db().$queryRaw<{ last: number }[]>`
    INSERT INTO name_counter AS c (store_id, kind, last) VALUES (${storeId}::uuid, ${kind}, ${first})
    ON CONFLICT (store_id, kind) DO UPDATE SET last = c.last + 1
    RETURNING last`;
  if (!row) throw new Error("The name counter returned no row.");
  return String(row.last);
}
