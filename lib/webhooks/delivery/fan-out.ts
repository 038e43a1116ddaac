import { db } from "@/lib/platform/db";
import { inTime } from "@/lib/platform/in-time";
import { newId } from "@/lib/platform/ids";
import { announceStores } from "./announce-stores";
import { attemptDelivery } from "./attempt-delivery";
import { readClaims, type Claim, type ClaimRow, type Note } from "./claim";
import { giveBack } from "./give-back";
import { isStopping, onStop } from "./under-way";
import { wakeEndpoints, type Wake } from "./wake-endpoints";

/** Claims wait here from one step to the next: bodies and secrets stay in the process, and a lease outlives no other. */
const batches = new Map<string, Claim[]>();
let isHooked = false;

/**
 * Makes the deliveries of a batch of events, once however often it is called, and claims those that can start at once; the
 * others are left to their endpoints' drains. Returns the batch to attempt.
 */
export async function fanOut(positions: string[]): Promise<{ batch: string; claimed: number }> {
  forgetExpired();
  const batch = newId();
  const askedMs = performance.now();
  const rows = await db().$queryRaw<ClaimRow[]>`
    SELECT * FROM fan_out(${positions}::text[]::bigint[], ${batch}::uuid)`;
  const { claims, notes } = readClaims(rows, askedMs);
  await keep(batch, claims);
  announceStores(notes.flatMap(({ stores }) => stores ?? []));
  await wakeEndpoints(notes.filter(isWake));
  return { batch, claimed: claims.length };
}

/**
 * Attempts a batch claimed by this process, all at once; one claimed by another that has died is the sweep's. Resolves when
 * all is recorded, or after `patienceMs`: what is slow then goes on by itself.
 */
export async function attemptBatch({
  batch,
  patienceMs,
}: {
  batch: string;
  patienceMs: number;
}): Promise<void> {
  const claims = batches.get(batch) ?? [];
  batches.delete(batch);
  await inTime(Promise.all(claims.map((claim) => attemptDelivery(claim))), patienceMs);
}

async function keep(batch: string, claims: Claim[]): Promise<void> {
  if (claims.length === 0) return;
  if (!isHooked) onStop(() => giveBack([...batches.values()].flat()));
  isHooked = true;
  if (isStopping()) await giveBack(claims);
  else batches.set(batch, claims);
}

const isWake = (note: Note): note is Wake => note.endpointId !== undefined;

function forgetExpired(): void {
  const nowMs = performance.now();
  for (const [batch, [first]] of batches) if (first && first.heldUntilMs < nowMs) batches.delete(batch);
}
