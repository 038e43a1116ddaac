import { createHash, createHmac, createPrivateKey, createPublicKey } from "node:crypto";
import { signWebhook } from "../../lib/webhooks/signing/sign-webhook";

export type Scheme = "v1" | "v1a" | "raw-body";
export type Refusal = "no-match" | "too-old" | "too-new" | "missing-header" | "bad-timestamp";

/** One request as it arrived, the key to check it with, and what a right check says. */
export type SignatureCase = {
  name: string;
  scheme: Scheme;
  /** `whsec_…` for v1 and raw-body, `whpk_…` for v1a. */
  key: string;
  headers: Record<string, string>;
  /** The exact text; its bytes are its UTF-8. */
  body: string;
  /** Unix seconds of the receiver's clock; raw-body does not look at it. */
  now: number;
  isValid: boolean;
  refusal: Refusal | null;
};

export const toleranceSeconds = 300;

const now = 1_795_525_338;
const id = "evt_01m8700000e1nsv0z3q6m5w9ka";
const price = '{"id":"evt_01m8700000e1nsv0z3q6m5w9ka","type":"order.paid","data":{"order":{"total":12.50}}}';
const plain = '{"test": 2432232314}';

/** Made from a word, so that the file is the same each time; keys of real endpoints are random. */
const bytes = (word: string) => createHash("sha256").update(word).digest();
const secretOf = (word: string) => `whsec_${bytes(word).toString("base64")}`;
const secrets = {
  newest: secretOf("newest secret"),
  older: secretOf("older secret"),
  other: secretOf("another"),
};
const pairs = { newest: pairOf("newest key"), older: pairOf("older key"), other: pairOf("another key") };

function pairOf(word: string) {
  // PKCS #8 of an Ed25519 seed, RFC 8410.
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), bytes(word)]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const x = Buffer.from(createPublicKey(privateKey).export({ format: "jwk" }).x ?? "", "base64url");
  return {
    privateKey: `whsk_${Buffer.concat([bytes(word), x]).toString("base64")}`,
    publicKey: `whpk_${x.toString("base64")}`,
  };
}

type Names = ("newest" | "older" | "other")[];

function send(body: string, by: Names = ["newest"], timestampSeconds = now): Record<string, string> {
  return {
    "webhook-id": id,
    ...signWebhook({
      id,
      timestampSeconds,
      body,
      secrets: by.map((name) => secrets[name]),
      privateKeys: by.map((name) => pairs[name].privateKey),
    }),
  };
}

const without = (headers: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));

type Told = Pick<SignatureCase, "name" | "headers" | "body"> & { refusal?: Refusal; by?: Names[number] };

/** What is the same for every scheme that signs id, time and body. */
function standard(version: "v1" | "v1a"): Told[] {
  const sent = send(plain);
  const own = sent["webhook-signature"]!.split(" ").find((one) => one.startsWith(`${version},`))!;
  const sign = (signature: string) => ({ ...sent, "webhook-signature": signature });
  const reserialised = JSON.stringify(JSON.parse(price));
  return [
    { name: "a plain body", headers: sent, body: plain },
    { name: "letters beyond ASCII", headers: send('{"name":"Zoë 💇"}'), body: '{"name":"Zoë 💇"}' },
    { name: "a number with a zero at its end", headers: send(price), body: price },
    { name: "white space and a line break at the end", headers: send(`${plain} \n`), body: `${plain} \n` },
    { name: "only this signature", headers: sign(own), body: plain },
    {
      name: "unknown signatures around it",
      headers: sign(`v2,later ${version},bm9uZQ== ${own} v1x,y`),
      body: plain,
    },
    { name: "rotation: the newest key", headers: send(plain, ["newest", "older"]), body: plain },
    { name: "rotation: an older key", headers: send(plain, ["newest", "older"]), body: plain, by: "older" },
    { name: "sent 299 s ago", headers: send(plain, ["newest"], now - 299), body: plain },
    { name: "a clock that is 299 s slow", headers: send(plain, ["newest"], now + 299), body: plain },
    { name: "sent 301 s ago", headers: send(plain, ["newest"], now - 301), body: plain, refusal: "too-old" },
    { name: "from the future", headers: send(plain, ["newest"], now + 301), body: plain, refusal: "too-new" },
    { name: "another endpoint's key", headers: sent, body: plain, by: "other", refusal: "no-match" },
    {
      name: "a changed body",
      headers: send(price),
      body: price.replace("12.50", "0.01"),
      refusal: "no-match",
    },
    {
      name: "a body parsed and written again",
      headers: send(price),
      body: reserialised,
      refusal: "no-match",
    },
    { name: "another id", headers: { ...sent, "webhook-id": `${id}x` }, body: plain, refusal: "no-match" },
    {
      name: "another time",
      headers: { ...sent, "webhook-timestamp": `${now + 1}` },
      body: plain,
      refusal: "no-match",
    },
    { name: "a signature cut short", headers: sign(own.slice(0, -8)), body: plain, refusal: "no-match" },
    { name: "an empty signature", headers: sign(`${version},`), body: plain, refusal: "no-match" },
    {
      name: "of another version only",
      headers: sign(own.replace(version, "v2")),
      body: plain,
      refusal: "no-match",
    },
    { name: "without an id", headers: without(sent, "webhook-id"), body: plain, refusal: "missing-header" },
    {
      name: "without a time",
      headers: without(sent, "webhook-timestamp"),
      body: plain,
      refusal: "missing-header",
    },
    {
      name: "without a signature",
      headers: without(sent, "webhook-signature"),
      body: plain,
      refusal: "missing-header",
    },
    {
      name: "a time in words",
      headers: { ...sent, "webhook-timestamp": "noon" },
      body: plain,
      refusal: "bad-timestamp",
    },
  ];
}

function rawBody(): Told[] {
  const header = "x-opencals-signature";
  const sent = send(plain);
  const hex = sent[header]!;
  const decoded = Buffer.from(secrets.newest.slice(6), "base64");
  const byDecoded = createHmac("sha256", decoded).update(plain).digest("hex");
  return [
    { name: "a plain body", headers: sent, body: plain },
    { name: "letters beyond ASCII", headers: send('{"name":"Zoë 💇"}'), body: '{"name":"Zoë 💇"}' },
    { name: "a number with a zero at its end", headers: send(price), body: price },
    {
      name: "rotation: the oldest secret signs",
      headers: send(plain, ["newest", "older"]),
      body: plain,
      by: "older",
    },
    {
      name: "rotation: the newest secret does not sign yet",
      headers: send(plain, ["newest", "older"]),
      body: plain,
      refusal: "no-match",
    },
    { name: "another endpoint's secret", headers: sent, body: plain, by: "other", refusal: "no-match" },
    {
      name: "a changed body",
      headers: send(price),
      body: price.replace("12.50", "0.01"),
      refusal: "no-match",
    },
    {
      name: "a body parsed and written again",
      headers: send(price),
      body: JSON.stringify(JSON.parse(price)),
      refusal: "no-match",
    },
    {
      name: "a key that was decoded",
      headers: { ...sent, [header]: byDecoded },
      body: plain,
      refusal: "no-match",
    },
    {
      name: "a signature cut short",
      headers: { ...sent, [header]: hex.slice(0, -2) },
      body: plain,
      refusal: "no-match",
    },
    { name: "an empty signature", headers: { ...sent, [header]: "" }, body: plain, refusal: "no-match" },
    { name: "without a signature", headers: without(sent, header), body: plain, refusal: "missing-header" },
  ];
}

/** The example that Standard Webhooks publishes, in its own keys. */
const published = {
  headers: {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature":
      "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= " +
      "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==",
  },
  body: plain,
  now: 1_614_265_330,
  isValid: true,
  refusal: null,
};

/** Every case, in the order in which they are published. */
export function signatureCases(): SignatureCase[] {
  const complete = (
    scheme: Scheme,
    { by = "newest", refusal = null, ...told }: Omit<Told, "refusal"> & { refusal?: Refusal | null },
  ) => ({
    name: told.name,
    scheme,
    key: scheme === "v1a" ? pairs[by].publicKey : secrets[by],
    headers: told.headers,
    body: told.body,
    now,
    isValid: refusal === null,
    refusal,
  });
  return [
    {
      name: "the published example",
      scheme: "v1",
      key: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      ...published,
    },
    ...standard("v1").map((told) => complete("v1", told)),
    {
      name: "the published example",
      scheme: "v1a",
      key: "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=",
      ...published,
    },
    ...standard("v1a").map((told) => complete("v1a", told)),
    ...rawBody().map((told) => complete("raw-body", told)),
  ];
}
