import { beforeEach, expect, test } from "vitest";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { decryptSecret } from "@/lib/platform/secrets";
import * as webhooks from "@/lib/webhooks";
import { makeAttempt, makeDelivery } from "../support/factories/delivery";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import "../support/pipeline";

type Rows = Awaited<ReturnType<typeof makeRows>>;
type Verb = (ctx: Ctx, rows: Rows) => Promise<unknown>;

const given = { name: "Client app", url: "https://hooks.example/in", eventTypes: [] };
const reason = "The merchant asked by phone.";

/** A store with an endpoint, one that is disabled, an older secret and a delivery for each of them. */
async function makeRows() {
  const storeId = (await makeStore()).id;
  const endpoint = await makeEndpoint({ storeId, name: "Booking sync", signsEd25519: true });
  const disabled = await makeEndpoint({ storeId, disabledAt: new Date(), disabledReason: "member" });
  const member = (await makeMember({ storeId })).ctx;
  await webhooks.rotateSecret(member, { endpointId: endpoint.id });
  const secrets = await webhooks.listSecrets(member, { endpointId: endpoint.id });
  const delivery = await makeDelivery({
    storeId,
    endpointId: endpoint.id,
    status: "failed",
    dueAt: new Date(),
  });
  await makeAttempt({ storeId, deliveryId: delivery.id });
  await db().auditEntry.deleteMany({ where: { storeId } });
  return {
    ...{ storeId, member, endpointId: endpoint.id, disabledId: disabled.id, deliveryId: delivery.id },
    eventId: delivery.eventId,
    subjectId: (await db().event.findUniqueOrThrow({ where: { id: delivery.eventId } })).subjectId,
    secretId: secrets.at(-1)!.id,
  };
}

/** Verbs that change something, each as it succeeds, with the entry it leaves. */
const mutations: Record<string, { action: string; run: Verb; ofSecrets?: true }> = {
  createEndpoint: {
    action: "endpoint.created",
    run: (ctx) => webhooks.createEndpoint(ctx, given),
    ofSecrets: true,
  },
  updateEndpoint: {
    action: "endpoint.updated",
    run: (ctx, { endpointId: id }) => webhooks.updateEndpoint(ctx, { id, ...given, reason: told(ctx) }),
  },
  disableEndpoint: {
    action: "endpoint.disabled",
    run: (ctx, { endpointId: id }) => webhooks.disableEndpoint(ctx, { id, reason: told(ctx) }),
  },
  enableEndpoint: {
    action: "endpoint.enabled",
    run: (ctx, { disabledId: id }) =>
      webhooks.enableEndpoint(ctx, { id, held: "catch-up", reason: told(ctx) }),
  },
  deleteEndpoint: {
    action: "endpoint.deleted",
    run: (ctx, { endpointId: id }) => webhooks.deleteEndpoint(ctx, { id, reason: told(ctx) }),
  },
  sendExample: {
    action: "example.sent",
    run: (ctx, { endpointId }) =>
      webhooks.sendExample(ctx, { endpointId, type: "order.paid", reason: told(ctx) }),
  },
  revealSecret: {
    action: "secret.revealed",
    run: (ctx, { endpointId, secretId }) => webhooks.revealSecret(ctx, { endpointId, secretId }),
    ofSecrets: true,
  },
  rotateSecret: {
    action: "secret.rotated",
    run: (ctx, { endpointId }) => webhooks.rotateSecret(ctx, { endpointId }),
    ofSecrets: true,
  },
  rotateKey: {
    action: "key.rotated",
    run: (ctx, { endpointId }) => webhooks.rotateKey(ctx, { endpointId, reason: told(ctx) }),
  },
  switchRawBodySecret: {
    action: "secret.switched",
    run: (ctx, { endpointId }) => webhooks.switchRawBodySecret(ctx, { endpointId, reason: told(ctx) }),
  },
  endSecret: {
    action: "secret.ended",
    run: (ctx, { endpointId, secretId }) =>
      webhooks.endSecret(ctx, { endpointId, secretId, reason: told(ctx) }),
  },
  resendDelivery: {
    action: "delivery.resent",
    run: (ctx, { deliveryId: id }) => webhooks.resendDelivery(ctx, { id, reason: told(ctx) }),
  },
  resendDeliveries: {
    action: "delivery.resent",
    run: (ctx, { deliveryId }) => webhooks.resendDeliveries(ctx, { ids: [deliveryId], reason: told(ctx) }),
  },
  cancelRetries: {
    action: "delivery.canceled",
    run: (ctx, { deliveryId: id }) => webhooks.cancelRetries(ctx, { id, reason: told(ctx) }),
  },
};

/** Verbs that read one row of the store by its id, and those that read what the store has. */
const readsOfOne: Record<string, Verb> = {
  getEndpoint: (ctx, { endpointId }) => webhooks.getEndpoint(ctx, endpointId),
  getEndpointSettings: (ctx, { endpointId }) => webhooks.getEndpointSettings(ctx, endpointId),
  getEvent: (ctx, { eventId }) => webhooks.getEvent(ctx, eventId),
  listKeys: (ctx, { endpointId }) => webhooks.listKeys(ctx, { endpointId }),
  getDelivery: (ctx, { deliveryId }) => webhooks.getDelivery(ctx, deliveryId),
  listSecrets: (ctx, { endpointId }) => webhooks.listSecrets(ctx, { endpointId }),
  listLikeThis: (ctx, { deliveryId }) => webhooks.listLikeThis(ctx, { deliveryId }),
};
const readsOfAll: Record<string, Verb> = {
  listEndpoints: (ctx) => webhooks.listEndpoints(ctx),
  countFailingEndpoints: (ctx) => webhooks.countFailingEndpoints(ctx),
  listDeliveries: (ctx) => webhooks.listDeliveries(ctx, { take: 10 }),
  countDeliveries: (ctx) => webhooks.countDeliveries(ctx),
  getOverview: (ctx) => webhooks.getOverview(ctx),
  listEvents: (ctx) => webhooks.listEvents(ctx, { take: 10 }),
  listEventsOf: (ctx, { subjectId }) => webhooks.listEventsOf(ctx, { subjectIds: [subjectId] }),
  listReceivers: (ctx) =>
    webhooks.listReceivers(ctx, {
      type: "order.paid",
      locationIds: [],
      productIds: [],
      staffMemberIds: [],
    }),
  findInStore: (ctx, { endpointId }) => webhooks.findInStore(ctx, { q: endpointId }),
};

/** The pipeline's own, without a Ctx, and what our own people read across stores. */
const others = [
  ...["attemptBatch", "drainEndpoint", "fanOut", "sweepWebhooks", "tellAlerts", "reencryptSecrets"],
  ...["closePools", "derivedHeaders", "listPublicKeys", "newSecret", "sendWebhook", "signWebhook"],
  ...["getQueueHealth", "listFailingStores", "searchAcross"],
];

let asksSupport = true;
const told = ({ actor }: Ctx) => (actor.kind === "support" && asksSupport ? reason : undefined);

let rows: Rows;
beforeEach(async () => {
  asksSupport = true;
  rows = await makeRows();
});

const verbs = Object.entries(mutations).map(([name, verb]) => ({ name, ...verb }));
const supportCtx = (storeId: string): Ctx => ({ storeId, actor: { kind: "support", id: "1", name: "Sam" } });
const entriesOf = (storeId: string) => db().auditEntry.findMany({ where: { storeId } });

test("every verb of the module is in these tables", () => {
  const known = [mutations, readsOfOne, readsOfAll].flatMap(Object.keys).concat(others);
  const exported = Object.entries(webhooks).filter(([, value]) => typeof value === "function");
  expect(exported.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
});

test.each(verbs)("$name is refused to a viewer, and changes nothing", async ({ run }) => {
  const { ctx } = await makeMember({ storeId: rows.storeId, role: "viewer" });
  await expect(run(ctx, rows)).rejects.toMatchObject({ code: "forbidden" });
  expect(await entriesOf(rows.storeId)).toEqual([]);
});

test.each(verbs)("$name leaves one entry in the audit log, without a secret", async ({ run, action }) => {
  await run(rows.member, rows);
  const entries = await entriesOf(rows.storeId);
  expect(entries).toMatchObject([{ action, actorKind: "member", actorName: "Ines Claes" }]);
  const secrets = await db().endpointSecret.findMany({ where: { storeId: rows.storeId } });
  const text = JSON.stringify(entries);
  for (const { id, ciphertext } of secrets)
    expect(text).not.toContain(decryptSecret(ciphertext, id).slice(6, 30));
  expect(text).not.toContain("whsec_");
});

test.each(verbs)(
  "support's $name needs a reason, which the merchant reads; secrets are not for support",
  async (verb) => {
    const ctx = supportCtx(rows.storeId);
    asksSupport = false;
    const code = verb.ofSecrets ? "forbidden" : "invalid";
    await expect(verb.run(ctx, rows)).rejects.toMatchObject({ code });
    expect(await entriesOf(rows.storeId)).toEqual([]);
    if (verb.ofSecrets) return;
    asksSupport = true;
    await verb.run(ctx, rows);
    expect(await entriesOf(rows.storeId)).toMatchObject([{ actorKind: "support", actorName: "Sam", reason }]);
  },
);

test.each([
  ...verbs.filter(({ name }) => name !== "createEndpoint").map(({ name, run }) => ({ name, run })),
  ...Object.entries(readsOfOne).map(([name, run]) => ({ name, run })),
])("$name does not find another store's row, and changes nothing of it", async ({ name, run }) => {
  const stranger = (await makeMember({ storeId: (await makeStore()).id })).ctx;
  const before = await stateOf(rows);
  if (name === "resendDeliveries")
    expect(await run(stranger, rows)).toMatchObject({ resent: 0, skipped: [{ why: "It was not found." }] });
  else await expect(run(stranger, rows)).rejects.toMatchObject({ code: "not-found" });
  expect(await stateOf(rows)).toEqual(before);
});

test.each(Object.entries(readsOfAll))("%s shows nothing of another store", async (_name, run) => {
  const stranger = (await makeMember({ storeId: (await makeStore()).id })).ctx;
  const seen = JSON.stringify(await run(stranger, rows));
  for (const id of [rows.storeId, rows.endpointId, rows.disabledId, rows.deliveryId])
    expect(seen).not.toContain(id);
});

async function stateOf({ storeId }: Rows) {
  const where = { storeId };
  return {
    endpoints: await db().endpoint.findMany({ where, orderBy: { id: "asc" } }),
    secrets: await db().endpointSecret.findMany({ where, orderBy: { id: "asc" } }),
    deliveries: await db().delivery.findMany({ where, orderBy: { id: "asc" } }),
    events: await db().event.count({ where }),
    entries: await db().auditEntry.count({ where }),
  };
}
