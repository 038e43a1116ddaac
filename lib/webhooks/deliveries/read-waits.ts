import { policyNow } from "@/lib/platform/clock";
import type { Prisma, Tx } from "@/lib/platform/db";
import type { DeliveryWaits } from "./shapes";
import { isOpen } from "../delivery/status";
import { isAskedToWait } from "../endpoints/is-asked-to-wait";

const noWaits: DeliveryWaits = {
  pausedUntil: null,
  isAskedToWait: false,
  behind: null,
  ratePerSecond: null,
  disablesAt: null,
};

type Row = Prisma.DeliveryGetPayload<{ include: { endpoint: true } }>;

/** Why an open delivery is not attempted although it is due, or will be: what the drain asks itself, for people. */
export async function readWaits(tx: Tx, row: Row): Promise<DeliveryWaits> {
  const work = await tx.endpointWork.findFirst({
    where: { storeId: row.storeId, endpointId: row.endpointId },
  });
  if (!isOpen(row.status) || !row.dueAt || row.claimId || !work) return noWaits;
  const now = await policyNow(tx);
  const isByHand = row.priority === 0;
  const pausedUntil = work.pausedUntil && work.pausedUntil > now && !isByHand ? work.pausedUntil : null;
  const behind = row.endpoint.ordered ? await findEarlier(tx, row) : null;
  const isDue = row.dueAt <= now && !pausedUntil && !behind;
  return {
    pausedUntil: pausedUntil && pausedUntil > row.dueAt ? pausedUntil.toISOString() : null,
    isAskedToWait: pausedUntil !== null && isAskedToWait({ ...work, pausedUntil }, now),
    behind,
    ratePerSecond: isDue ? row.endpoint.ratePerSecond : null,
    disablesAt: work.disablesAt?.toISOString() ?? null,
  };
}

async function findEarlier(tx: Tx, { id, storeId }: Row): Promise<string | null> {
  const [earlier] = await tx.$queryRaw<{ name: string }[]>`
    SELECT split_part(e.type, '.', 1) || ' ' || e.subject_name AS name
    FROM delivery d CROSS JOIN LATERAL earlier_of_key(d) o JOIN event e ON e.id = o.event_id
    WHERE d.store_id = ${storeId}::uuid AND d.id = ${id} ORDER BY e.sequence LIMIT 1`;
  return earlier?.name ?? null;
}
