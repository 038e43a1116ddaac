import { relayEvents } from "@/lib/events";
import { db } from "@/lib/platform/db";
import { setTriggerPort, type Trigger } from "@/lib/platform/trigger";
import { attemptBatch, drainEndpoint, fanOut } from "@/lib/webhooks";

/** What this process's verbs triggered, in place of an engine that would start it: tests call the verbs themselves. */
export const triggers: Trigger[] = [];
setTriggerPort(async (_tx, sent) => void triggers.push(...sent));

/** Takes every recorded event through the fast lane. */
export async function deliver(): Promise<void> {
  for (;;) {
    const positions = await relayEvents({ embedded: true });
    if (positions.length === 0) return;
    const { batch } = await fanOut(positions);
    await attemptBatch({ batch, patienceMs: Infinity });
  }
}

/** Runs the endpoint's drain for the trigger that it is armed for. */
export async function drain(endpointId: string): Promise<void> {
  const [row] = await db().$queryRaw<{ due_at: string | null }[]>`
    SELECT to_char(armed_for AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS due_at
    FROM endpoint_work WHERE endpoint_id = ${endpointId}`;
  await drainEndpoint({ endpointId, dueAt: row?.due_at ?? null, isLast: true });
}

/** Lets the waiting time of an endpoint's open deliveries be over. */
export async function letTimePass(endpointId: string): Promise<void> {
  await db().$executeRaw`
    UPDATE delivery SET due_at = policy_now() - interval '1 s' WHERE endpoint_id = ${endpointId} AND due_at > policy_now()`;
}

/** Lets the leases of all claims be over, as if their holders had died half a minute ago. */
export async function letLeasesEnd(): Promise<void> {
  await db().$executeRaw`
    UPDATE delivery SET claimed_until = clock_timestamp() - interval '1 s' WHERE claim_id IS NOT NULL`;
  await db().$executeRaw`UPDATE endpoint_work SET drain_until = NULL, drain_token = NULL, armed_at = NULL`;
}

/** One delivery with its attempts, first one first. */
export async function findDelivery(where: { endpointId: string; eventId?: string }) {
  return db().delivery.findFirstOrThrow({
    where,
    include: { attemptRows: { orderBy: { number: "asc" } } },
  });
}
