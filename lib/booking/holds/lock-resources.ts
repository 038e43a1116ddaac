import type { Tx } from "@/lib/platform/db";

/**
 * Makes this transaction the only one that changes the occupancy of these resources. It comes before any row of theirs is
 * touched: overlapping ranges of unequal length deadlock in the exclusion constraint otherwise. Sorted, so that two
 * transactions with several resources wait for each other in one direction only.
 */
export async function lockResources(tx: Tx, resources: string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(resource, 0))
    FROM (SELECT DISTINCT resource FROM unnest(${resources}::text[]) AS resource ORDER BY 1) AS sorted`;
}
