/** Shown to copy; it holds for the header that is the plain promise: HMAC-SHA256 of the raw body with the secret. */
export const verificationCode = `import { createHmac, timingSafeEqual } from "node:crypto";

export function isFromOpencals(rawBody, headers) {
  const expected = createHmac("sha256", process.env.OPENCALS_WEBHOOK_SECRET)
    .update(rawBody)
    .digest();
  const received = Buffer.from(headers["x-opencals-signature"] ?? "", "hex");
  return received.length === expected.length && timingSafeEqual(received, expected);
}`;
