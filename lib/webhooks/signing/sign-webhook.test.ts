import { createHmac, createPublicKey, verify } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { newKeyPair } from "./new-key-pair";
import { newSecret } from "./new-secret";
import { signWebhook } from "./sign-webhook";

const published = {
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestampSeconds: 1614265330,
  body: '{"test": 2432232314}',
  secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
};
const now = 1_795_525_338;
const signed = (secrets: string[], timestampSeconds = now, body = '{"name":"Zoë 💇"}') => ({
  body,
  headers: {
    "webhook-id": "evt_1",
    ...signWebhook({ id: "evt_1", timestampSeconds, body, secrets }),
  } as Record<string, string>,
});

test("the published Standard Webhooks vector is reproduced", () => {
  expect(signWebhook(published)["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("the published Ed25519 vector is reproduced, beside the shared secret's", () => {
  const privateKeys = [
    "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==",
  ];
  expect(signWebhook({ ...published, privateKeys })["webhook-signature"]).toBe(
    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= " +
      "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==",
  );
});

test("a key pair is 32 bytes of seed and 32 of public key, and signs what its public half verifies", () => {
  const { privateKey, publicKey } = newKeyPair();
  expect(privateKey).toMatch(/^whsk_[A-Za-z0-9+/]{86}==$/);
  expect(publicKey).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
  expect(newKeyPair().privateKey).not.toBe(privateKey);
  const [, signature = ""] = signWebhook({ ...published, privateKeys: [privateKey] })[
    "webhook-signature"
  ].split(" v1a,");
  const x = Buffer.from(publicKey.slice(5), "base64").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const content = `${published.id}.${published.timestampSeconds}.${published.body}`;
  expect(verify(null, Buffer.from(content), key, Buffer.from(signature, "base64"))).toBe(true);
});

test("x-opencals-signature is the hex HMAC of the body under the whole secret as text", () => {
  expect(signWebhook(published)["x-opencals-signature"]).toBe(
    createHmac("sha256", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").update(published.body).digest("hex"),
  );
});

test("a rotation signs with every secret, newest first, and leaves x-opencals-signature with the oldest", () => {
  const [newest = "", oldest = ""] = [newSecret(), newSecret()];
  const both = signed([newest, oldest]);
  const [first, second] = both.headers["webhook-signature"]?.split(" ") ?? [];
  expect(first).toBe(signed([newest]).headers["webhook-signature"]);
  expect(second).toBe(signed([oldest]).headers["webhook-signature"]);
  expect(both.headers["x-opencals-signature"]).toBe(signed([oldest]).headers["x-opencals-signature"]);
});

test("nothing is ever sent unsigned", () => {
  expect(() => signed([])).toThrow("no live secret");
});

test("a secret is whsec_ and 32 bytes in base64, never the same twice", () => {
  expect(newSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(newSecret()).not.toBe(newSecret());
});

describe.each([
  ["standardwebhooks", Webhook],
  ["svix", SvixWebhook],
])("the library %s", (_name, Library) => {
  beforeEach(() => void vi.useFakeTimers({ now: now * 1000 }));
  afterEach(() => void vi.useRealTimers());

  test("verifies with each of several live secrets, whatever stands beside its signature", () => {
    const [newest = "", oldest = ""] = [newSecret(), newSecret()];
    const { body, headers } = signed([newest, oldest]);
    headers["webhook-signature"] = `v1,junk= ${headers["webhook-signature"]} v2,later`;
    for (const secret of [newest, oldest]) {
      expect(new Library(secret).verify(body, headers)).toEqual(JSON.parse(body));
    }
    expect(() => new Library(newSecret()).verify(body, headers)).toThrow();
  });

  test.each([-299, 299])("accepts a timestamp %i s away", (offset) => {
    const secret = newSecret();
    const { body, headers } = signed([secret], now + offset);
    expect(new Library(secret).verify(body, headers)).toBeTruthy();
  });

  test.each([-301, 301])("refuses a timestamp %i s away", (offset) => {
    const secret = newSecret();
    const { body, headers } = signed([secret], now + offset);
    expect(() => new Library(secret).verify(body, headers)).toThrow();
  });

  test("refuses a body that was parsed and written again", () => {
    const secret = newSecret();
    const { body, headers } = signed([secret], now, '{"price": 12.50}');
    expect(() => new Library(secret).verify(JSON.stringify(JSON.parse(body)), headers)).toThrow();
  });
});
