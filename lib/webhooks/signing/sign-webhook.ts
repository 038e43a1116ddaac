import { createHmac } from "node:crypto";

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
};

export type SignatureHeaders = {
  "webhook-timestamp": string;
  "webhook-signature": string;
  "x-opencals-signature": string;
};

/**
 * The headers that cannot be derived from the delivery. `webhook-signature` is Standard Webhooks v1 and carries every live
 * secret; `x-opencals-signature` holds only one, so it stays with the oldest until a switch, or the end of its overlap.
 */
export function signWebhook(parts: SignedParts): SignatureHeaders {
  const { id, timestampSeconds, body, secrets, rawBodySecret = secrets.at(-1) } = parts;
  if (!rawBodySecret) throw new Error("A webhook is never sent unsigned: the endpoint has no live secret.");
  const content = `${id}.${timestampSeconds}.${body}`;
  return {
    "webhook-timestamp": String(timestampSeconds),
    "webhook-signature": secrets.map((secret) => `v1,${hmac(keyOf(secret), content, "base64")}`).join(" "),
    "x-opencals-signature": hmac(rawBodySecret, body, "hex"),
  };
}

const keyOf = (secret: string) => Buffer.from(secret.replace(/^whsec_/, ""), "base64");

const hmac = (key: string | Buffer, text: string, encoding: "base64" | "hex") =>
  createHmac("sha256", key).update(text).digest(encoding);
