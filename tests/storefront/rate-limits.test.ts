import { expect, test } from "vitest";
import { makeApiKey } from "@/tests/support/factories/api-key";
import { makeStore } from "@/tests/support/factories/store";
import { serveStorefront } from "@/tests/support/serve-storefront";
import { callerOf } from "@/tests/support/storefront-caller";

// Settings are read once per process, and each test file is a process of its own.
Object.assign(process.env, { STOREFRONT_RATE_LIMIT: "5", TRUSTED_PROXIES: "1" });

const baseUrl = await serveStorefront();

const path = "/stores/public-settings";

async function newCaller() {
  const { key } = await makeApiKey({ storeId: (await makeStore()).id });
  return callerOf(baseUrl, key);
}

test("of many calls at once exactly the limit passes; the rest are 429 and told when to return", async () => {
  const call = await newCaller();
  const answers = await Promise.all(Array.from({ length: 12 }, () => call(path)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(7);
  for (const { headers, body } of refused) {
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
    expect(body.statusCode).toBe(429);
  }
});

test("another key, and another client behind the trusted proxy, have counts of their own", async () => {
  const call = await newCaller();
  const from = (address: string) => call(path, { headers: { "x-forwarded-for": address } });
  for (let n = 0; n < 6; n++) await from("203.0.113.1");
  expect((await from("203.0.113.1")).status).toBe(429);
  expect((await from("203.0.113.2")).status).toBe(200);
  expect((await (await newCaller())(path)).status).toBe(200);
});

test("an address that the client itself wrote in front changes nothing", async () => {
  const call = await newCaller();
  const spoofing = (n: number) =>
    call(path, { headers: { "x-forwarded-for": `198.51.100.${n}, 203.0.113.1` } });
  for (let n = 0; n < 6; n++) await spoofing(n);
  expect((await spoofing(99)).status).toBe(429);
});
