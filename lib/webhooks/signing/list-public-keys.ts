import { db } from "@/lib/platform/db";
import { isStorable } from "@/lib/platform/storable";
import { liveKeys } from "./live-keys";
import { toPublicJwk, type PublicJwk } from "./to-public-jwk";

/**
 * What anybody may have of an endpoint: the public keys that its deliveries verify with, newest first. Empty where it has
 * none, is deleted, or never was: nobody learns which.
 */
export const listPublicKeys = async (endpointId: string): Promise<PublicJwk[]> =>
  isStorable(endpointId) ? (await liveKeys(db(), endpointId)).map(toPublicJwk) : [];
