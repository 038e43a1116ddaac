import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";

export type Verdict = { isVerified: boolean; reason: string };

/** Checks both signatures as an integrator would, with none of the sender's own code. */
export function verifyRequest(headers: Record<string, string>, rawBody: Buffer, secrets: string[]): Verdict {
  if (secrets.length === 0) return { isVerified: false, reason: "cannot verify: no secret was given" };
  if (!headers["webhook-signature"]) return { isVerified: false, reason: "not signed" };
  const standard = secrets.map((secret) => standardProblem(secret, headers, rawBody));
  if (standard.every(Boolean)) return { isVerified: false, reason: `webhook-signature: ${standard[0]}` };
  const plain = secrets.some((secret) => {
    const expected = createHmac("sha256", secret).update(rawBody).digest("hex");
    return headers["x-opencals-signature"] === expected;
  });
  if (!plain) return { isVerified: false, reason: "x-opencals-signature: No matching signature found" };
  return { isVerified: true, reason: "both signatures match" };
}

function standardProblem(
  secret: string,
  headers: Record<string, string>,
  rawBody: Buffer,
): string | undefined {
  try {
    new Webhook(secret).verify(rawBody, headers);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
