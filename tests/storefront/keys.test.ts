import { describe, expect, test } from "vitest";
import { listApiKeys, revokeApiKey, systemCtx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { makeApiKey } from "@/tests/support/factories/api-key";
import { makeMember } from "@/tests/support/factories/member";
import { makeStore } from "@/tests/support/factories/store";
import { serveStorefront } from "@/tests/support/serve-storefront";
import { callerOf } from "@/tests/support/storefront-caller";

const baseUrl = await serveStorefront();

const path = "/stores/public-settings";

async function storeWithKey(allowedOrigins?: string[]) {
  const store = await makeStore();
  const { id, key } = await makeApiKey({ storeId: store.id, allowedOrigins });
  return { store, keyId: id, key, call: callerOf(baseUrl, key) };
}

test("a key opens its own store", async () => {
  const { store, call } = await storeWithKey();
  const { status, body } = await call(path);
  expect(status).toBe(200);
  expect(body.settings.storeId).toBe(store.id);
});

test.each([
  ["no key", ""],
  ["an unknown key", "sfk_unknown"],
  ["a key of another kind", "whsec_abc"],
])("%s is 401 in the documented shape", async (_, key) => {
  const { status, body } = await callerOf(baseUrl, key)(path);
  expect(status).toBe(401);
  expect(body).toEqual({ statusCode: 401, message: expect.stringContaining("X-Api-Key") });
});

test("a revoked key is 401 at its next use", async () => {
  const { store, keyId, call } = await storeWithKey();
  expect((await call(path)).status).toBe(200);
  const { ctx } = await makeMember({ storeId: store.id });
  await expect(revokeApiKey(systemCtx((await makeStore()).id), { id: keyId })).rejects.toThrow("not found");
  await revokeApiKey(ctx, { id: keyId });
  expect((await call(path)).status).toBe(401);
  await expect(revokeApiKey(ctx, { id: keyId })).rejects.toThrow("The key was not found.");
  expect(await listApiKeys(ctx)).toMatchObject([{ id: keyId, revokedAt: expect.any(String) }]);
  expect(await db().auditEntry.findMany({ where: { storeId: store.id } })).toMatchObject([
    { action: "api_key.revoked", targetId: keyId },
  ]);
});

test("the key itself is nowhere in the database", async () => {
  const { key } = await storeWithKey();
  const rows = JSON.stringify([await db().apiKey.findMany(), await db().auditEntry.findMany()]);
  expect(rows).not.toContain(key);
});

test("a HEAD is answered as its GET, without the body", async () => {
  const { key } = await storeWithKey();
  const response = await fetch(`${baseUrl}/storefront${path}`, {
    method: "HEAD",
    headers: { "x-api-key": key },
  });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
});

test("the version may be absent or 1, and nothing else", async () => {
  const { call } = await storeWithKey();
  expect((await call(path, { headers: { "x-api-version": "" } })).status).toBe(200);
  const { status, body } = await call(path, { headers: { "x-api-version": "2" } });
  expect(status).toBe(400);
  expect(body.errors[0].property).toBe("X-Api-Version");
});

test("an empty bearer and an empty cart id mean absent", async () => {
  const { call } = await storeWithKey();
  const headers = { authorization: "Bearer ", "x-cart-id": "" };
  expect((await call(path, { headers })).status).toBe(200);
});

describe("pages in a browser", () => {
  const origin = "https://book.odile.example";

  test("an allowed origin may read the answer, and its failures", async () => {
    const { call } = await storeWithKey([origin]);
    const good = await call(path, { headers: { origin } });
    expect(good.status).toBe(200);
    expect(good.headers.get("access-control-allow-origin")).toBe(origin);
    expect(good.headers.get("vary")).toContain("Origin");
    const bad = await call("/nothing", { headers: { origin } });
    expect(bad.status).toBe(404);
    expect(bad.headers.get("access-control-allow-origin")).toBe(origin);
  });

  test("another origin is 403 and may not read why", async () => {
    const { call } = await storeWithKey([origin]);
    const { status, headers } = await call(path, { headers: { origin: "https://elsewhere.example" } });
    expect(status).toBe(403);
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  test("a server, which sends no origin, is not held to the list", async () => {
    const { call } = await storeWithKey([origin]);
    expect((await call(path)).status).toBe(200);
  });

  test("a key without a list works from any origin", async () => {
    const { call } = await storeWithKey();
    expect((await call(path, { headers: { origin } })).status).toBe(200);
  });

  test("a preflight, which carries no key, answers any origin and every header of the client", async () => {
    const { status, headers } = await callerOf(baseUrl, "")(path, {
      method: "OPTIONS",
      headers: {
        origin: "https://elsewhere.example",
        "access-control-request-method": "PUT",
        "access-control-request-headers": "x-api-key,x-cart-id",
      },
    });
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe("https://elsewhere.example");
    expect(headers.get("access-control-allow-headers")).toBe("x-api-key,x-cart-id");
    expect(headers.get("access-control-allow-methods")).toContain("PUT");
  });
});
