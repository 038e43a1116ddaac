import { db } from "@/lib/platform/db";
import { liveKeys } from "./live-keys";

/** A public key as a JSON Web Key (RFC 8037). */
export type PublicJwk = { kty: "OKP"; crv: "Ed25519"; x: string; kid: string; use: "sig"; alg: "EdDSA" };

/**
 * What anybody may have of an endpoint: the public keys that its deliveries verify with, newest first. Empty where it has
 * none, is deleted, or never was: nobody learns which.
 */
export async function listPublicKeys(endpointId: string): Promise<PublicJwk[]> {
  const endpoint = await db().endpoint.findFirst({ where: { id: endpointId, deletedAt: null } });
  const keys = endpoint ? await liveKeys(db(), endpoint.id) : [];
  return keys.map(({ id, publicKey }) => ({
    kty: "OKP",
    crv: "Ed25519",
    x: Buffer.from(publicKey.replace(/^whpk_/, ""), "base64").toString("base64url"),
    kid: id,
    use: "sig",
    alg: "EdDSA",
  }));
}
