import { db } from "@/lib/platform/db";
import { deliveryCountMax } from "../deliveries/shapes";
import type { QueueHealth } from "./shapes";

/**
 * How much is on its way over all stores, and how long it has been: for our own people. Each part is the condition of a
 * partial index, and each count is bounded: this is looked at when there is too much.
 */
export async function getQueueHealth(): Promise<QueueHealth> {
  const [row] = await db().$queryRaw<QueueHealth[]>`
    WITH unsequenced AS MATERIALIZED (
      SELECT created_at FROM event WHERE sequence IS NULL AND set_aside IS NULL AND fanned_out_at IS NULL LIMIT ${deliveryCountMax}
    ), not_fanned_out AS MATERIALIZED (
      SELECT created_at FROM event WHERE fanned_out_at IS NULL AND sequence IS NOT NULL
      ORDER BY position LIMIT ${deliveryCountMax}
    ), claims AS MATERIALIZED (
      SELECT claimed_until FROM delivery WHERE claim_id IS NOT NULL LIMIT ${deliveryCountMax}
    )
    SELECT
      (SELECT count(*) FROM unsequenced)::int AS "unsequenced",
      (SELECT seconds_since(min(created_at)) FROM unsequenced) AS "oldestUnsequencedSeconds",
      (SELECT count(*) FROM not_fanned_out)::int AS "notFannedOut",
      (SELECT seconds_since(min(created_at)) FROM not_fanned_out) AS "oldestNotFannedOutSeconds",
      (SELECT count(*) FROM event WHERE set_aside IS NOT NULL)::int AS "setAside",
      (SELECT count(*) FROM (
        SELECT 1 FROM delivery WHERE due_at IS NOT NULL AND claim_id IS NULL AND due_at <= policy_now()
        LIMIT ${deliveryCountMax}) due)::int AS "due",
      (SELECT seconds_since(min(next_due_at)) FROM endpoint_work WHERE next_due_at <= policy_now()) AS "oldestDueSeconds",
      (SELECT count(*) FROM claims)::int AS "claimed",
      (SELECT count(*) FROM claims WHERE claimed_until < clock_timestamp())::int AS "deadClaims",
      (SELECT count(*) FROM (SELECT 1 FROM delivery WHERE status = 'held' LIMIT ${deliveryCountMax}) held)::int AS "held",
      (SELECT count(*) FROM engine_process WHERE heartbeat_at > clock_timestamp() - interval '30 s')::int AS "engineProcesses"`;
  if (!row) throw new Error("The queue's health returned no row.");
  return row;
}
