import { createHmac, createPrivateKey, sign } from "node:crypto";

export type SignedParts = {
  /** The event's id: the receiver's idempotency key. */
  id: string;
  /** Unix seconds of this attempt. */
  timestampSeconds: number;
  /** The exact text that is sent, as UTF-8. */
  body: string;
  /** The endpoint's live secrets, newest first. */
  secrets: string[];
  /** The one of them that signs the raw body; the oldest unless told. */
  rawBodySecret?: string | undefined;
  /** The endpoint's live Ed25519 keys (`whsk_…`), newest first; none unless it wants them. */
  privateKeys?: string[] | undefined;
};

export type SignatureHeaders = {
  "webhook-timestamp": string;
  "webhook-signature": string;
  "x-opencals-signature": string;
};

/**
 * The headers that cannot be derived from the delivery. `webhook-signature` is Standard Webhooks: v1 by every live secret,
 * then v1a by every live key. `x-opencals-signature` holds only one, so it stays with the oldest secret until a switch, or
 * the end of its overlap.
 */
export function signWebhook(parts: SignedParts): SignatureHeaders {
  const { id, timestampSeconds, body, secrets, rawBodySecret = secrets.at(-1), privateKeys = [] } = parts;
  if (!rawBodySecret) throw new Error("A webhook is never sent unsigned: the endpoint has no live secret.");
  const content = `${id}.${timestampSeconds}.${body}`;
  const signatures = [
    ...secrets.map((secret) => `v1,${hmac(bytesOf(secret), content, "base64")}`),
    ...privateKeys.map((key) => `v1a,${ed25519(bytesOf(key), content)}`),
  ];
  return {
    "webhook-timestamp": String(timestampSeconds),
    "webhook-signature": signatures.join(" "),
    "x-opencals-signature": hmac(rawBodySecret, body, "hex"),
  };
}

const bytesOf = (key: string) => Buffer.from(key.replace(/^wh(sec|sk)_/, ""), "base64");

const hmac = (key: string | Buffer, text: string, encoding: "base64" | "hex") =>
  createHmac("sha256", key).update(text).digest(encoding);

/** `pair` is 32 bytes of seed and 32 of public key. */
function ed25519(pair: Buffer, text: string): string {
  const d = pair.subarray(0, 32).toString("base64url");
  const x = pair.subarray(32).toString("base64url");
  const key = createPrivateKey({ key: { kty: "OKP", crv: "Ed25519", d, x }, format: "jwk" });
  return sign(null, Buffer.from(text), key).toString("base64");
}
