import { db } from "@/lib/platform/db";
import { liveKeys } from "./live-keys";
import { toPublicJwk, type PublicJwk } from "./to-public-jwk";

/**
 * What anybody may have of an endpoint: the public keys that its deliveries verify with, newest first. Empty where it has
 * none, is deleted, or never was: nobody learns which.
 */
export async function listPublicKeys(endpointId: string): Promise<PublicJwk[]> {
  const endpoint = await db().endpoint.findFirst({ where: { id: endpointId, deletedAt: null } });
  if (!endpoint) return [];
  return (await liveKeys(db(), endpoint.id)).map(toPublicJwk);
}
