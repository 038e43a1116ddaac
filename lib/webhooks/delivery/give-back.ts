import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { Claim } from "./claim";
import { wakeEndpoints, type Wake } from "./wake-endpoints";

/** Lets go of claims whose attempt has not begun, with their numbers. Where that fails the lease ends them. */
export async function giveBack(claims: Claim[]): Promise<void> {
  if (claims.length === 0) return;
  try {
    const wakes = await db().$queryRaw<{ wake: Wake }[]>`
      SELECT * FROM release_claims(
        ${claims.map((claim) => claim.deliveryId)}::text[], ${claims.map((claim) => claim.claimId)}::uuid[]) AS wake`;
    await wakeEndpoints(wakes.map(({ wake }) => wake));
  } catch (error) {
    log.warn({ err: (error as Error).message, claims: claims.length }, "claims were not given back");
  }
}
