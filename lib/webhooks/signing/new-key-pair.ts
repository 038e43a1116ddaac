import { generateKeyPairSync } from "node:crypto";

/** Both as Standard Webhooks writes them: `whsk_` and base64 of seed and public key, `whpk_` and base64 of the public key. */
export type KeyPair = { privateKey: string; publicKey: string };

/** A fresh Ed25519 pair. */
export function newKeyPair(): KeyPair {
  const { d = "", x = "" } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  const publicBytes = Buffer.from(x, "base64url");
  const privateBytes = Buffer.concat([Buffer.from(d, "base64url"), publicBytes]);
  return {
    privateKey: `whsk_${privateBytes.toString("base64")}`,
    publicKey: `whpk_${publicBytes.toString("base64")}`,
  };
}
