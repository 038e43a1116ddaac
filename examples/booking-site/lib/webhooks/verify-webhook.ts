import { createHmac, timingSafeEqual } from "node:crypto";

/** A request older or newer than this is refused, so that a recorded one cannot be sent again later. */
export const toleranceSeconds = 300;

export type Received = {
  /** webhook-id: the same on every retry of an event. */
  id: string | null;
  /** webhook-timestamp: Unix seconds of this attempt. */
  timestamp: string | null;
  /** webhook-signature: `v1,<base64>`, several while a secret is being rotated. */
  signature: string | null;
  /** x-opencals-signature: hex. */
  plainSignature: string | null;
  /** The bytes as they came, before any parser has touched them. */
  rawBody: string;
};

export type Verdict = { isGenuine: true } | { isGenuine: false; reason: string };
const refuse = (reason: string): Verdict => ({ isGenuine: false, reason });

/**
 * The first scheme, Standard Webhooks: over id, timestamp and body, with the secret's decoded bytes. It is the one to rely
 * on, because it also covers when the request was made.
 */
export function verifyStandard(received: Received, secrets: string[], nowMs: number): Verdict {
  const { id, timestamp, signature, rawBody } = received;
  if (!id || !timestamp || !signature)
    return refuse("webhook-id, webhook-timestamp or webhook-signature is missing");
  const seconds = Number(timestamp);
  if (!Number.isInteger(seconds)) return refuse("webhook-timestamp is no number of seconds");
  if (Math.abs(nowMs / 1000 - seconds) > toleranceSeconds)
    return refuse("webhook-timestamp is too old or too new");
  const given = signature
    .split(" ")
    .filter((part) => part.startsWith("v1,"))
    .map((part) => Buffer.from(part.slice("v1,".length), "base64"));
  const isMatch = secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
    const expected = createHmac("sha256", key).update(`${id}.${timestamp}.${rawBody}`).digest();
    return given.some((candidate) => isEqual(candidate, expected));
  });
  return isMatch ? { isGenuine: true } : refuse("webhook-signature does not match");
}

/** The second scheme: over the body alone, with the whole secret as text. Simple, and blind to replays. */
export function verifyPlain({ plainSignature, rawBody }: Received, secrets: string[]): Verdict {
  if (!plainSignature) return refuse("x-opencals-signature is missing");
  const given = Buffer.from(plainSignature, "hex");
  const isMatch = secrets.some((secret) =>
    isEqual(given, createHmac("sha256", secret).update(rawBody).digest()),
  );
  return isMatch ? { isGenuine: true } : refuse("x-opencals-signature does not match");
}

/** Takes as long for a near miss as for a far one. */
const isEqual = (given: Buffer, expected: Buffer): boolean =>
  given.length === expected.length && timingSafeEqual(given, expected);
