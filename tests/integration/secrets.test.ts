import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { beforeEach, expect, test } from "vitest";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { endSecret, listSecrets, revealSecret, rotateSecret, switchRawBodySecret } from "@/lib/webhooks";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver } from "../support/pipeline";

let ctx: Ctx;
let endpointId: string;
let secret: string;

const receiver = await fileReceiver();
beforeEach(async () => {
  const storeId = (await makeStore()).id;
  ctx = (await makeMember({ storeId })).ctx;
  ({ id: endpointId, secret } = await makeEndpoint({ storeId, url: `${receiver.url}/in` }));
});

const rotate = async (overlapHours?: number) =>
  (await rotateSecret(ctx, { endpointId, overlapHours })).secret;

/** Delivers one event and says which of these secrets each signature verifies with, by their index. */
async function signedBy(secrets: string[]) {
  await makeEvent({ storeId: ctx.storeId });
  await deliver();
  const { rawBody, headers } = receiver.requests.at(-1)!;
  const verifies = (one: string) => {
    try {
      new Webhook(one).verify(rawBody.toString(), headers);
      return true;
    } catch {
      return false;
    }
  };
  const hex = (one: string) => createHmac("sha256", one).update(rawBody).digest("hex");
  return {
    standard: secrets.flatMap((one, index) => (verifies(one) ? [index] : [])),
    raw: secrets.findIndex((one) => headers["x-opencals-signature"] === hex(one)),
    signatures: headers["webhook-signature"]!.split(" ").length,
  };
}

const letOverlapEnd = () =>
  db().$executeRaw`UPDATE endpoint_secret SET expires_at = policy_now() - interval '1 s'
    WHERE endpoint_id = ${endpointId} AND expires_at IS NOT NULL`;

test("before, during and after a rotation deliveries verify with the secrets that are live then", async () => {
  expect(await signedBy([secret])).toEqual({ standard: [0], raw: 0, signatures: 1 });
  const fresh = await rotate();
  expect(await signedBy([secret, fresh])).toEqual({ standard: [0, 1], raw: 0, signatures: 2 });
  await letOverlapEnd();
  expect(await signedBy([secret, fresh])).toEqual({ standard: [1], raw: 1, signatures: 1 });
});

test("the raw body signature stays with the oldest live secret until the switch, and with the switched one after the next rotation", async () => {
  const second = await rotate();
  await switchRawBodySecret(ctx, { endpointId });
  await switchRawBodySecret(ctx, { endpointId });
  expect(await signedBy([secret, second])).toEqual({ standard: [0, 1], raw: 1, signatures: 2 });
  const third = await rotate();
  expect(await signedBy([secret, second, third])).toEqual({ standard: [0, 1, 2], raw: 1, signatures: 3 });
  const [, middle] = await listSecrets(ctx, { endpointId });
  await endSecret(ctx, { endpointId, secretId: middle!.id });
  expect(await signedBy([secret, second, third])).toEqual({ standard: [0, 2], raw: 2, signatures: 2 });
});

test("a rotation without an overlap ends every older secret at once", async () => {
  const second = await rotate();
  const third = await rotate(0);
  expect(await signedBy([secret, second, third])).toEqual({ standard: [2], raw: 2, signatures: 1 });
  expect(await listSecrets(ctx, { endpointId })).toMatchObject([{ expiresAt: null, signsRawBody: true }]);
});

test("secrets are listed newest first, with four telling characters and their end, and nothing more of them", async () => {
  const second = await rotate(48);
  const third = await rotate(24);
  const listed = await listSecrets(ctx, { endpointId });
  expect(listed.map(({ hint }) => hint)).toEqual([third, second, secret].map((one) => one.slice(-5, -1)));
  expect(listed.map(({ signsRawBody }) => signsRawBody)).toEqual([false, false, true]);
  // A later, shorter overlap shortens the earlier ones.
  const hours = listed.map(
    ({ expiresAt }) => expiresAt && Math.round((Date.parse(expiresAt) - Date.now()) / 3_600_000),
  );
  expect(hours).toEqual([null, 24, 24]);
  expect(Object.keys(listed[0]!).sort()).toEqual(["createdAt", "expiresAt", "hint", "id", "signsRawBody"]);
});

test("at most five secrets are live; the newest cannot be ended, an ended one not again", async () => {
  for (let count = 2; count <= 5; count++) await rotate();
  await expect(rotateSecret(ctx, { endpointId })).rejects.toMatchObject({ code: "conflict" });
  const [newest, older] = await listSecrets(ctx, { endpointId });
  await expect(endSecret(ctx, { endpointId, secretId: newest!.id })).rejects.toMatchObject({
    code: "conflict",
  });
  await endSecret(ctx, { endpointId, secretId: older!.id });
  await expect(endSecret(ctx, { endpointId, secretId: older!.id })).rejects.toMatchObject({
    code: "not-found",
  });
  await rotate();
  expect(await listSecrets(ctx, { endpointId })).toHaveLength(5);
});

test("two rotations at once make two secrets, of which only the newest lasts", async () => {
  await Promise.all([rotate(), rotate()]);
  const listed = await listSecrets(ctx, { endpointId });
  expect(listed.map(({ expiresAt }) => expiresAt === null)).toEqual([true, false, false]);
});

test.each([-1, 169, 1.5, NaN])("an overlap of %f hours is refused", async (overlapHours) => {
  await expect(rotateSecret(ctx, { endpointId, overlapHours })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ property: "overlapHours" }],
  });
});

test("a secret is revealed to a member, with an audit entry that does not hold it", async () => {
  const [one] = await listSecrets(ctx, { endpointId });
  expect(await revealSecret(ctx, { endpointId, secretId: one!.id })).toEqual({ secret });
  const entries = await db().auditEntry.findMany({ where: { storeId: ctx.storeId } });
  expect(entries).toMatchObject([{ action: "secret.revealed", targetId: endpointId }]);
  expect(JSON.stringify(entries)).not.toContain(secret.slice(6, 20));
});

test("support sees no secret, whatever the reason", async () => {
  const support: Ctx = { storeId: ctx.storeId, actor: { kind: "support", id: "1", name: "Sam" } };
  const [one] = await listSecrets(ctx, { endpointId });
  const refused = { code: "forbidden" };
  await expect(revealSecret(support, { endpointId, secretId: one!.id })).rejects.toMatchObject(refused);
  await expect(rotateSecret(support, { endpointId })).rejects.toMatchObject(refused);
});

test("another endpoint's secret is not found, also within the store", async () => {
  const other = await makeEndpoint({ storeId: ctx.storeId });
  const [one] = await listSecrets(ctx, { endpointId: other.id });
  await expect(revealSecret(ctx, { endpointId, secretId: one!.id })).rejects.toMatchObject({
    code: "not-found",
  });
});
