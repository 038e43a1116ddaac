import { createPublicKey, verify } from "node:crypto";
import { createLocalJWKSet, exportJWK } from "jose";
import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, test } from "vitest";
import { GET } from "@/app/.well-known/webhooks/[endpoint]/jwks.json/route";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { transaction } from "@/lib/platform/transaction";
import { deleteEndpoint, getDelivery, listKeys, rotateKey } from "@/lib/webhooks";
import { sealCustomHeaders } from "@/lib/webhooks/http/custom-headers";
import { switchEd25519 } from "@/lib/webhooks/signing/switch-ed25519";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, findDelivery } from "../support/pipeline";

type PublishedKey = { kty: string; crv: string; x: string; kid: string; use: string; alg: string };

let ctx: Ctx;
let endpointId: string;
let secret: string;

const receiver = await fileReceiver();
beforeEach(async () => {
  const storeId = (await makeStore()).id;
  ctx = (await makeMember({ storeId })).ctx;
  ({ id: endpointId, secret } = await makeEndpoint({ storeId, url: `${receiver.url}/in` }));
});

const switchTo = (isOn: boolean) =>
  transaction(undefined, async (tx) =>
    switchEd25519(tx, await tx.endpoint.findUniqueOrThrow({ where: { id: endpointId } }), isOn),
  );

const fetchKeys = (endpoint = endpointId) =>
  GET(new Request("http://localhost/"), { params: Promise.resolve({ endpoint }) });

test("what is no id of an endpoint has no keys", async () => {
  for (const endpoint of ["ep_\0", "..", ""]) expect((await fetchKeys(endpoint)).status).toBe(404);
});

async function publishedKeys(): Promise<PublishedKey[]> {
  const response = await fetchKeys();
  return response.ok ? ((await response.json()) as { keys: PublishedKey[] }).keys : [];
}

async function deliverOne() {
  await makeEvent({ storeId: ctx.storeId });
  await deliver();
  return receiver.requests.at(-1)!;
}

/** The kids of those published keys that a delivery's v1a signatures verify with, in the order of the signatures. */
async function verifiedBy(
  { headers, rawBody }: Awaited<ReturnType<typeof deliverOne>>,
  keys: PublishedKey[],
) {
  const content = Buffer.concat([
    Buffer.from(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`),
    rawBody,
  ]);
  return headers["webhook-signature"]!.split(" ")
    .filter((one) => one.startsWith("v1a,"))
    .map((one) => {
      const matches = ({ kty, crv, x }: PublishedKey) =>
        verify(
          null,
          content,
          createPublicKey({ key: { kty, crv, x }, format: "jwk" }),
          Buffer.from(one.slice(4), "base64"),
        );
      return keys.find(matches)?.kid;
    });
}

test("an endpoint that has it switched on is signed by Ed25519 too, and anybody verifies it with the published key", async () => {
  expect((await deliverOne()).headers["webhook-signature"]).not.toContain("v1a");
  await switchTo(true);
  const request = await deliverOne();
  const keys = await publishedKeys();
  expect(keys).toHaveLength(1);
  expect(await verifiedBy(request, keys)).toEqual([keys[0]!.kid]);
  // Beside it, the shared secret still verifies, by a library that has never heard of v1a.
  expect(new Webhook(secret).verify(request.rawBody, request.headers)).toBeTruthy();
  const changed = { ...request, rawBody: Buffer.from(request.rawBody.toString().replace("{", "{ ")) };
  expect(await verifiedBy(changed, keys)).toEqual([undefined]);
});

test("the key set is one that jose takes, may be cached, and holds nothing but public keys", async () => {
  await switchTo(true);
  const response = await fetchKeys();
  expect(response.headers.get("cache-control")).toBe("public, max-age=300");
  expect(response.headers.get("content-type")).toBe("application/jwk-set+json");
  const set = (await response.json()) as { keys: PublishedKey[] };
  expect(Object.keys(set)).toEqual(["keys"]);
  const [key] = set.keys;
  expect(Object.keys(key!).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
  const found = await createLocalJWKSet(set)({ alg: "EdDSA", kid: key!.kid });
  expect(await exportJWK(found)).toMatchObject({ kty: "OKP", crv: "Ed25519", x: key!.x });
});

test("a rotation signs with both keys and publishes both until the overlap ends; then only with the new one", async () => {
  await switchTo(true);
  const [first] = await publishedKeys();
  await rotateKey(ctx, { endpointId });
  const both = await publishedKeys();
  expect(both.map(({ kid }) => kid)).toEqual([expect.not.stringMatching(first!.kid), first!.kid]);
  expect(await verifiedBy(await deliverOne(), both)).toEqual(both.map(({ kid }) => kid));
  await db().$executeRaw`
    UPDATE endpoint_key SET expires_at = policy_now() - interval '1 s'
    WHERE endpoint_id = ${endpointId} AND expires_at IS NOT NULL`;
  expect((await publishedKeys()).map(({ kid }) => kid)).toEqual([both[0]!.kid]);
  expect(await verifiedBy(await deliverOne(), both)).toEqual([both[0]!.kid]);
  expect(await listKeys(ctx, { endpointId })).toMatchObject([{ id: both[0]!.kid, expiresAt: null }]);
  expect(await db().auditEntry.findMany({ where: { storeId: ctx.storeId } })).toMatchObject([
    { action: "key.rotated", targetId: endpointId },
  ]);
});

test("a rotation without an overlap ends the older key at once; at most five are live", async () => {
  await switchTo(true);
  for (let count = 2; count <= 5; count++) await rotateKey(ctx, { endpointId, overlapHours: 168 });
  await expect(rotateKey(ctx, { endpointId })).rejects.toMatchObject({ code: "conflict" });
  await rotateKey(ctx, { endpointId, overlapHours: 0 });
  expect(await publishedKeys()).toHaveLength(1);
});

test("two rotations at once leave one key that lasts", async () => {
  await switchTo(true);
  await Promise.all([rotateKey(ctx, { endpointId }), rotateKey(ctx, { endpointId })]);
  const keys = await listKeys(ctx, { endpointId });
  expect(keys.map(({ expiresAt }) => expiresAt === null)).toEqual([true, false, false]);
});

test("switched off it signs no more at once, while what came before still verifies for a day; switched on again it has a new key", async () => {
  await switchTo(true);
  const before = await deliverOne();
  await switchTo(false);
  expect((await deliverOne()).headers["webhook-signature"]).not.toContain("v1a");
  const [old] = await publishedKeys();
  expect(await verifiedBy(before, [old!])).toEqual([old!.kid]);
  await expect(rotateKey(ctx, { endpointId })).rejects.toMatchObject({ code: "conflict" });
  await switchTo(true);
  await switchTo(true);
  const [fresh, ...others] = await publishedKeys();
  expect(fresh!.kid).not.toBe(old!.kid);
  expect(others.map(({ kid }) => kid)).toEqual([old!.kid]);
});

test.each([-1, 169, 1.5])("an overlap of %f hours is refused", async (overlapHours) => {
  await switchTo(true);
  await expect(rotateKey(ctx, { endpointId, overlapHours })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ property: "overlapHours" }],
  });
});

test("the private key stands nowhere in the clear", async () => {
  await switchTo(true);
  const [row] = await db().endpointKey.findMany({ where: { endpointId } });
  expect(row!.publicKey).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
  expect(row!.ciphertext).toMatch(/^test\.[\w-]+\.[\w-]+\.[\w-]+$/);
});

test("an endpoint without keys, a deleted one, and one that never was have no key set, and nobody learns which it is", async () => {
  const unknown = await fetchKeys("ep_01m86z3hfxeq780bvvcyxq9x1w");
  const none = await fetchKeys();
  await switchTo(true);
  await deleteEndpoint(ctx, { id: endpointId });
  const deleted = await fetchKeys();
  expect(await db().endpointKey.count({ where: { endpointId } })).toBe(0);
  for (const response of [unknown, none, deleted, await fetchKeys("' OR 1=1")]) {
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: "There are no keys here." });
  }
});

test("another store's keys cannot be listed or rotated", async () => {
  await switchTo(true);
  const stranger = (await makeMember({ storeId: (await makeStore()).id })).ctx;
  await expect(listKeys(stranger, { endpointId })).rejects.toMatchObject({ code: "not-found" });
  await expect(rotateKey(stranger, { endpointId })).rejects.toMatchObject({ code: "not-found" });
});

describe("an endpoint's own headers", () => {
  const value = "Bearer swordfish";
  const setHeaders = async (headers: { name: string; value: string }[]) => {
    const customHeaders = sealCustomHeaders({ id: endpointId, customHeaders: null }, headers);
    await db().endpoint.update({ where: { id: endpointId }, data: { customHeaders } });
  };

  test("arrive with each delivery, and never take the place of ours", async () => {
    await setHeaders([
      { name: "authorization", value },
      { name: "x-tenant", value: "odile" },
      { name: "webhook-id", value: "evt_forged" },
    ]);
    const { headers } = await deliverOne();
    expect(headers).toMatchObject({ authorization: value, "x-tenant": "odile" });
    expect(headers["webhook-id"]).toMatch(/^evt_[0-9a-z]{26}$/);
  });

  test("leave their names in the attempt, and their values nowhere in the database in the clear", async () => {
    await setHeaders([{ name: "authorization", value }]);
    await deliverOne();
    const { id } = await findDelivery({ endpointId });
    const { attemptDetails } = await getDelivery(ctx, id);
    expect(attemptDetails[0]!.requestHeaders).toMatchObject({ authorization: "(hidden)" });
    const tables = await db().$queryRaw<{ name: string }[]>`
      SELECT quote_ident(table_name) AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const rows = await db().$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM ${name} AS row WHERE row::text LIKE '%swordfish%'`,
      );
      expect(rows, name).toEqual([]);
    }
  });
});
