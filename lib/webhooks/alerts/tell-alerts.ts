import { recordOperationalEvent, type NewOperationalEvent } from "@/lib/events";
import { listManagers, systemCtx } from "@/lib/identity";
import { queueMail } from "@/lib/mail";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { transaction } from "@/lib/platform/transaction";
import { wakeAfterCommit } from "../delivery/wake-after-commit";
import type { Wake } from "../delivery/wake-endpoints";
import { alertNotice } from "./alert-notice";
import { operationalEvent } from "./operational-event";
import { readTurn, type AlertRow, type Turn } from "./turn";

const turnsMax = 200;

/**
 * Tells of the turns that the pipeline, or who disables an endpoint, has written: by mail to each owner and developer, and as an event to the endpoints
 * that asked. Of an endpoint the latest turn alone counts, and only where it says something new: what is over before
 * anybody was told is told to nobody. Each turn once, however many processes do this.
 */
export async function tellAlerts(): Promise<void> {
  for (let turn = 0; turn < turnsMax; turn++) if (!(await transaction(undefined, tellNext))) return;
}

/** False: nothing is left, or another process is at it. */
async function tellNext(tx: Tx): Promise<boolean> {
  const [mine] = await tx.$queryRaw<{ ok: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('opencals.alerts', 0)) AS ok`;
  if (!mine?.ok) return false;
  const [found] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM alert_to_tell()`;
  if (!found) return false;
  const alert = await tx.endpointAlert.findUniqueOrThrow({ where: { id: found.id } });
  const turn = (await isNews(tx, alert)) ? await readTurn(tx, alert) : null;
  if (turn) await tell(tx, alert.storeId, turn);
  await decide(tx, alert, turn !== null);
  return true;
}

/** That it has recovered is news only to who was told that it had not. */
async function isNews(tx: Tx, { kind, storeId, endpointId }: AlertRow): Promise<boolean> {
  if (kind !== "recovered") return true;
  const last = await tx.endpointAlert.findFirst({
    where: { storeId, endpointId, toldAt: { not: null } },
    orderBy: { at: "desc" },
  });
  return last !== null && last.kind !== "recovered";
}

async function tell(tx: Tx, storeId: string, turn: Turn): Promise<void> {
  const { subject, content } = alertNotice(turn, env().APP_URL);
  for (const { id, email } of await listManagers({ ...systemCtx(storeId), tx }))
    if (id !== turn.by?.id)
      await queueMail(tx, { storeId, to: email, fromName: "Opencals", subject, content });
  const event = operationalEvent(storeId, turn);
  if (event) await deliverToOthers(tx, event, turn.endpoint.id);
}

async function deliverToOthers(tx: Tx, event: NewOperationalEvent, aboutId: string): Promise<void> {
  const eventId = await recordOperationalEvent(tx, event);
  const wakes = await tx.$queryRaw<{ wake: Wake }[]>`
    SELECT * FROM deliver_operational(${eventId}, ${aboutId}) AS wake`;
  wakeAfterCommit(
    tx,
    event.storeId,
    wakes.map(({ wake }) => wake),
  );
}

/** With it those before it, which it has overtaken. */
async function decide(tx: Tx, { id, storeId, endpointId }: AlertRow, isTold: boolean): Promise<void> {
  await tx.$executeRaw`
    UPDATE endpoint_alert a SET
      told_at = CASE WHEN a.id = turn.id AND ${isTold} THEN policy_now() END,
      dropped_at = CASE WHEN a.id <> turn.id OR NOT ${isTold} THEN policy_now() END
    FROM endpoint_alert turn
    WHERE turn.id = ${id}::uuid AND a.store_id = ${storeId}::uuid AND a.endpoint_id = ${endpointId}
      AND (a.at, a.id) <= (turn.at, turn.id) AND a.told_at IS NULL AND a.dropped_at IS NULL`;
}
