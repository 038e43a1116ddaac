import { createHmac, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { signatureCases, toleranceSeconds, type Refusal, type SignatureCase } from "./signature-cases";

type Vectors = { toleranceSeconds: number; cases: SignatureCase[] };

const file = JSON.parse(readFileSync("docs/vectors/signatures.json", "utf8")) as Vectors;
const of = (scheme: SignatureCase["scheme"]) => file.cases.filter((one) => one.scheme === scheme);

test("the published file is what the script makes now", () => {
  expect(file).toMatchObject({ toleranceSeconds, cases: signatureCases() });
});

test("each scheme has what must be taken and what must be refused, each under a name of its own", () => {
  for (const scheme of ["v1", "v1a", "raw-body"] as const) {
    const names = of(scheme).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(of(scheme).filter(({ isValid }) => isValid).length).toBeGreaterThan(3);
    expect(of(scheme).filter(({ isValid }) => !isValid).length).toBeGreaterThan(6);
  }
});

describe("v1, judged by the library standardwebhooks", () => {
  const messages: Record<Refusal, RegExp> = {
    "no-match": /No matching signature/,
    "too-old": /too old/,
    "too-new": /too new/,
    "missing-header": /Missing required headers/,
    "bad-timestamp": /Invalid Signature Headers/,
  };
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each(of("v1"))("$name", ({ key, headers, body, now, refusal }) => {
    vi.setSystemTime(now * 1000);
    const judge = () => new Webhook(key).verify(body, headers);
    if (refusal) expect(judge).toThrow(messages[refusal]);
    else expect(judge()).toEqual(JSON.parse(body));
  });
});

describe("v1a, judged by node:crypto as the guide says", () => {
  test.each(of("v1a"))("$name", ({ key, headers, body, now, refusal }) => {
    expect(judgeV1a(key, headers, body, now)).toBe(refusal);
  });
});

describe("raw-body, judged by one HMAC", () => {
  test.each(of("raw-body"))("$name", ({ key, headers, body, refusal }) => {
    const given = headers["x-opencals-signature"];
    const expected = createHmac("sha256", key).update(body).digest("hex");
    expect(given === undefined ? "missing-header" : given === expected ? null : "no-match").toBe(refusal);
  });
});

function judgeV1a(key: string, headers: Record<string, string>, body: string, now: number): Refusal | null {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures } = headers;
  if (!id || !timestamp || !signatures) return "missing-header";
  if (!/^\d+$/.test(timestamp)) return "bad-timestamp";
  if (now - Number(timestamp) > file.toleranceSeconds) return "too-old";
  if (Number(timestamp) - now > file.toleranceSeconds) return "too-new";
  const x = Buffer.from(key.slice("whpk_".length), "base64").toString("base64url");
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const content = Buffer.from(`${id}.${timestamp}.${body}`);
  const isMatch = signatures
    .split(" ")
    .filter((one) => one.startsWith("v1a,"))
    .some((one) => verify(null, content, publicKey, Buffer.from(one.slice("v1a,".length), "base64")));
  return isMatch ? null : "no-match";
}
