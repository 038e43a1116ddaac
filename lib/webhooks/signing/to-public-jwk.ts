/** A public key as a JSON Web Key (RFC 8037). */
export type PublicJwk = { kty: "OKP"; crv: "Ed25519"; x: string; kid: string; use: "sig"; alg: "EdDSA" };

/** `publicKey` is `whpk_` and base64; its id becomes the kid. */
export const toPublicJwk = ({ id, publicKey }: { id: string; publicKey: string }): PublicJwk => ({
  kty: "OKP",
  crv: "Ed25519",
  x: Buffer.from(publicKey.replace(/^whpk_/, ""), "base64").toString("base64url"),
  kid: id,
  use: "sig",
  alg: "EdDSA",
});
