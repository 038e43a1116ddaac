import { db, type Tx } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { transaction } from "@/lib/platform/transaction";
import { followBookings } from "../orders/follow-bookings";
import { recordFacts } from "./record-facts";
import { appointmentStatusesBefore } from "./status";

type Due = { id: string; to: string };
type Completed = { id: string; storeId: string; orderId: string | null };

const batchMax = 100;

/**
 * Completes every scheduled booking whose end has passed, of all stores, until none is left; each fires its event once, and
 * what was to be captured on fulfillment is. Safe beside itself: what another worker has in hand is left to it. One that
 * cannot be completed holds up no other, is logged, and is tried again the next time.
 */
export async function completeAppointments(): Promise<{ completed: number; failed: number }> {
  const total = { completed: 0, failed: 0 };
  for (let due = await findDue(); due.length > 0; due = await findDue(due.at(-1))) {
    const { completed, failed } = await completeAll(due.map(({ id }) => id));
    total.completed += completed;
    total.failed += failed;
  }
  return total;
}

/** The next of them, longest over first. */
const findDue = (after: Due = { id: "00000000-0000-0000-0000-000000000000", to: "-infinity" }) =>
  db().$queryRaw<Due[]>`
    SELECT id, "to"::text AS "to" FROM appointment
    WHERE status = 'scheduled' AND "to" <= policy_now() AND ("to", id) > (${after.to}::timestamptz, ${after.id}::uuid)
    ORDER BY "to", id LIMIT ${batchMax}`;

/** A batch that fails is halved, until the one to blame is alone. */
async function completeAll(ids: string[]): Promise<{ completed: number; failed: number }> {
  try {
    return { completed: await transaction(undefined, (tx) => complete(tx, ids)), failed: 0 };
  } catch (error) {
    if (ids.length === 1) {
      log.error({ err: error, appointmentId: ids[0] }, "an appointment could not be completed");
      return { completed: 0, failed: 1 };
    }
    const middle = Math.ceil(ids.length / 2);
    const first = await completeAll(ids.slice(0, middle));
    const second = await completeAll(ids.slice(middle));
    return { completed: first.completed + second.completed, failed: first.failed + second.failed };
  }
}

async function complete(tx: Tx, ids: string[]): Promise<number> {
  // Judged by the locked rows: one that was moved or canceled meanwhile is not due any more.
  const completed = await tx.$queryRaw<Completed[]>`
    UPDATE appointment a SET status = 'completed', updated_at = policy_now()
    FROM (
      SELECT id FROM appointment
      WHERE id = ANY (${ids}::uuid[]) AND status = ANY (${appointmentStatusesBefore("completed")})
        AND "to" <= policy_now()
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
    ) AS due
    WHERE a.id = due.id
    RETURNING a.id, a.store_id AS "storeId", a.order_id AS "orderId"`;
  for (const storeId of new Set(completed.map((row) => row.storeId))) {
    const own = completed.filter((row) => row.storeId === storeId);
    await recordFacts(tx, {
      storeId,
      type: "appointment.completed",
      where: { id: { in: own.map(({ id }) => id) } },
    });
  }
  await followBookings(
    tx,
    completed.flatMap(({ storeId, orderId }) => (orderId ? [{ storeId, orderId }] : [])),
  );
  return completed.length;
}
