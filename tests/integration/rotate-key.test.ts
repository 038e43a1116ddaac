import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { beforeEach, expect, test } from "vitest";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { transaction } from "@/lib/platform/transaction";
import { listSecrets, reencryptSecrets, revealSecret, rotateSecret } from "@/lib/webhooks";
import { openCustomHeaders, sealCustomHeaders } from "@/lib/webhooks/http/custom-headers";
import { switchEd25519 } from "@/lib/webhooks/signing/switch-ed25519";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";

const oldKey = env().ENCRYPTION_KEYS[0]!;
const newKey = { id: "k2", key: randomBytes(32) };
const useKeys = (...keys: (typeof oldKey)[]) => env().ENCRYPTION_KEYS.splice(0, Infinity, ...keys);

let ctx: Ctx;
let endpointId: string;
let secret: string;

/** One of everything that is encrypted at rest, under the old key. */
beforeEach(async () => {
  useKeys(oldKey);
  await db().endpoint.deleteMany();
  const storeId = (await makeStore()).id;
  ctx = (await makeMember({ storeId })).ctx;
  ({ id: endpointId, secret } = await makeEndpoint({ storeId }));
  const headers = [{ name: "authorization", value: "Bearer swordfish" }];
  const customHeaders = sealCustomHeaders({ id: endpointId, customHeaders: null }, headers);
  const endpoint = await db().endpoint.update({ where: { id: endpointId }, data: { customHeaders } });
  await transaction(undefined, (tx) => switchEd25519(tx, endpoint, true));
});

/** The names of the keys that something is encrypted under. */
async function keysInUse(): Promise<string[]> {
  const rows = await db().$queryRaw<{ key: string }[]>`
    SELECT DISTINCT split_part(c, '.', 1) AS key FROM (
      SELECT ciphertext AS c FROM endpoint_secret UNION ALL SELECT ciphertext FROM endpoint_key
      UNION ALL SELECT custom_headers FROM endpoint WHERE custom_headers IS NOT NULL) AS all_of_it ORDER BY 1`;
  return rows.map(({ key }) => key);
}

async function expectReadable() {
  const [one] = await listSecrets(ctx, { endpointId });
  expect(await revealSecret(ctx, { endpointId, secretId: one!.id })).toEqual({ secret });
  const endpoint = await db().endpoint.findUniqueOrThrow({ where: { id: endpointId } });
  expect(openCustomHeaders(endpoint)).toEqual({ authorization: "Bearer swordfish" });
}

test("everything encrypted is brought under the new key, after which the old one may go", async () => {
  useKeys(newKey, oldKey);
  await expectReadable();
  expect(await reencryptSecrets({ batch: 1 })).toEqual({ count: 3, unreadable: [] });
  expect(await keysInUse()).toEqual(["k2"]);
  useKeys(newKey);
  await expectReadable();
  expect(await reencryptSecrets()).toEqual({ count: 0, unreadable: [] });
});

test("it goes on where it was stopped, and does nothing twice", async () => {
  for (let count = 0; count < 4; count++) await rotateSecret(ctx, { endpointId });
  useKeys(newKey, oldKey);
  await db().$executeRaw`UPDATE endpoint_secret SET ciphertext = 'lost.a.b.c' WHERE expires_at IS NULL`;
  const first = await reencryptSecrets({ batch: 2 });
  expect(first).toMatchObject({
    count: 6,
    unreadable: [expect.stringMatching(/^endpoint_secret [0-9a-f-]{36}$/)],
  });
  expect(await reencryptSecrets({ batch: 2 })).toEqual({ ...first, count: 0 });
});

test("what a running process writes meanwhile is never overwritten", async () => {
  useKeys(newKey, oldKey);
  const [rotated] = await Promise.all([rotateSecret(ctx, { endpointId }), reencryptSecrets({ batch: 1 })]);
  await reencryptSecrets();
  const [newest] = await listSecrets(ctx, { endpointId });
  expect(await revealSecret(ctx, { endpointId, secretId: newest!.id })).toEqual(rotated);
  expect(await keysInUse()).toEqual(["k2"]);
});

test("one command does it, says whether the old key may go, and fails where something cannot be read", async () => {
  const keys = [newKey, oldKey].map(({ id, key }) => `${id}:${key.toString("base64")}`);
  const run = (ENCRYPTION_KEYS: string) =>
    promisify(execFile)(process.execPath, ["--import", "tsx", "worker/rotate-key.ts"], {
      env: { ...process.env, ENCRYPTION_KEYS },
    });
  await expect(run(keys[0]!)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`endpoint ${endpointId}`),
  });
  expect(await keysInUse()).toEqual([oldKey.id]);
  const { stdout } = await run(keys.join(","));
  expect(stdout).toContain("3 re-encrypted under the key k2.");
  expect(stdout).toContain("the older ones may be taken out of ENCRYPTION_KEYS");
  expect(stdout).not.toContain("swordfish");
  useKeys(newKey);
  await expectReadable();
});

test("every encrypted column is one that the rotation knows", async () => {
  const rows = await db().$queryRaw<{ place: string }[]>`
    SELECT table_name || '.' || column_name AS place FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name ~ 'ciphertext|encrypted|sealed|custom_headers' ORDER BY 1`;
  expect(rows.map(({ place }) => place)).toEqual([
    "endpoint.custom_headers",
    "endpoint_key.ciphertext",
    "endpoint_secret.ciphertext",
  ]);
});
