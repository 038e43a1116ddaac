import { createHmac, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { toleranceSeconds, verifyPlain, verifyStandard, type Received } from "./verify-webhook";

const secret = () => `whsec_${randomBytes(32).toString("base64")}`;
const nowMs = Date.parse("2026-11-24T09:00:00Z");

/** As the store signs it. */
function sign(key: string, { rawBody = '{"amount":12.50}', at = nowMs / 1000, id = "evt_1" } = {}): Received {
  const timestamp = String(at);
  const bytes = Buffer.from(key.slice("whsec_".length), "base64");
  const signature = createHmac("sha256", bytes).update(`${id}.${timestamp}.${rawBody}`).digest("base64");
  const plainSignature = createHmac("sha256", key).update(rawBody).digest("hex");
  return { id, timestamp, signature: `v1,${signature}`, plainSignature, rawBody };
}

describe("a webhook's signatures", () => {
  const ours = secret();
  const genuine = sign(ours);
  const isGenuine = (received: Received, secrets = [ours]) =>
    verifyStandard(received, secrets, nowMs).isGenuine;

  it("accepts what the store signed, by both schemes", () => {
    expect(isGenuine(genuine)).toBe(true);
    expect(verifyPlain(genuine, [ours]).isGenuine).toBe(true);
  });

  it("refuses a forged one, by both schemes", () => {
    const forged = sign(secret());
    expect(isGenuine(forged)).toBe(false);
    expect(verifyPlain(forged, [ours]).isGenuine).toBe(false);
    for (const signature of ["v1,", "v1,AAAA", "v2," + genuine.signature?.slice(3), "", null])
      expect(isGenuine({ ...genuine, signature })).toBe(false);
    for (const plainSignature of ["", "zz", "00", null])
      expect(verifyPlain({ ...genuine, plainSignature }, [ours]).isGenuine).toBe(false);
  });

  it("refuses a body that a parser wrote again", () => {
    const rewritten = { ...genuine, rawBody: JSON.stringify(JSON.parse(genuine.rawBody)) };
    expect(isGenuine(rewritten)).toBe(false);
    expect(verifyPlain(rewritten, [ours]).isGenuine).toBe(false);
  });

  it("refuses another id or another time under the same signature", () => {
    expect(isGenuine({ ...genuine, id: "evt_2" })).toBe(false);
    expect(isGenuine({ ...genuine, timestamp: String(nowMs / 1000 + 1) })).toBe(false);
  });

  it("refuses what was signed more than five minutes ago or ahead", () => {
    const seconds = nowMs / 1000;
    expect(isGenuine(sign(ours, { at: seconds - toleranceSeconds }))).toBe(true);
    expect(isGenuine(sign(ours, { at: seconds - toleranceSeconds - 1 }))).toBe(false);
    expect(isGenuine(sign(ours, { at: seconds + toleranceSeconds + 1 }))).toBe(false);
    expect(isGenuine({ ...genuine, timestamp: "yesterday" })).toBe(false);
  });

  it("goes on while a secret is being rotated, on either side", () => {
    const next = secret();
    const both = { ...genuine, signature: `${sign(next).signature} ${genuine.signature}` };
    expect(isGenuine(both, [ours])).toBe(true);
    expect(isGenuine(both, [next])).toBe(true);
    expect(isGenuine(genuine, [next, ours])).toBe(true);
    expect(isGenuine(both, [secret()])).toBe(false);
  });
});
