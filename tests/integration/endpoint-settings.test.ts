import { beforeEach, expect, test } from "vitest";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { createEndpoint, getEndpointSettings, listPublicKeys, updateEndpoint } from "@/lib/webhooks";
import { usualSettings } from "@/lib/webhooks/contract";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain, findDelivery, letTimePass } from "../support/pipeline";
import { refusalOf } from "../support/refusal-of";

let storeId: string;
let ctx: Ctx;
let good: { name: string; url: string; eventTypes: [] };

const receiver = await fileReceiver();
beforeEach(async () => {
  storeId = (await makeStore()).id;
  ({ ctx } = await makeMember({ storeId }));
  good = { name: "Shop", url: `${receiver.url}/in`, eventTypes: [] };
});

const auditOf = async (action: string) =>
  (await db().auditEntry.findFirstOrThrow({ where: { storeId, action }, orderBy: { id: "desc" } })).detail;

test("an endpoint that asked for nothing else is served as usual", async () => {
  const { endpoint } = await createEndpoint(ctx, good);
  expect(await getEndpointSettings(ctx, endpoint.id)).toEqual(usualSettings);
});

test("every setting can be given with a new endpoint and changed later; what is not given stays", async () => {
  const ids = { locationIds: [newId()], productIds: [newId()], staffMemberIds: [newId(), newId()] };
  const settings = {
    ...{ retryDelays: [5, 60], cap: 3, ratePerSecond: 20, ordered: true, signsEd25519: true, ...ids },
    operationalTypes: ["endpoint.failing" as const],
  };
  const customHeaders = [{ name: "X-Api-Key", value: "hush" }];
  const { endpoint } = await createEndpoint(ctx, { ...good, ...settings, customHeaders });
  const { id } = endpoint;
  expect(await getEndpointSettings(ctx, id)).toEqual({ ...settings, customHeaders: ["x-api-key"] });
  await updateEndpoint(ctx, { id, ...good, name: "Renamed" });
  expect(await getEndpointSettings(ctx, id)).toEqual({ ...settings, customHeaders: ["x-api-key"] });
  await updateEndpoint(ctx, {
    id,
    ...good,
    ...usualSettings,
    retryDelays: null,
    customHeaders: [],
    operationalTypes: [],
  });
  expect(await getEndpointSettings(ctx, id)).toEqual(usualSettings);
});

test("a description is kept as written until another is given, and can be taken away", async () => {
  const description = "The till's own server.\nTom looks after it.";
  const { endpoint } = await createEndpoint(ctx, { ...good, description });
  const { id } = endpoint;
  expect(endpoint.description).toBe(description);
  expect((await updateEndpoint(ctx, { id, ...good, name: "Till" })).description).toBe(description);
  expect((await updateEndpoint(ctx, { id, ...good, description: " " })).description).toBe("");
  expect(await auditOf("endpoint.updated")).toMatchObject({ description: "none" });
});

test("an audit entry says what changed and what it is now, never a header's value", async () => {
  const { endpoint } = await createEndpoint(ctx, good);
  const { id } = endpoint;
  const headers = (value: string) => [{ name: "x-api-key", value }];
  await updateEndpoint(ctx, { id, ...good, ratePerSecond: 20, customHeaders: headers("hush") });
  expect(await auditOf("endpoint.updated")).toEqual({
    name: "Shop",
    ratePerSecond: 20,
    customHeaders: "x-api-key",
    changed: "rate, headers",
  });
  await updateEndpoint(ctx, { id, ...good, customHeaders: headers("other") });
  expect(await auditOf("endpoint.updated")).toEqual({
    name: "Shop",
    customHeaders: "x-api-key",
    changed: "headers",
  });
  await createEndpoint(ctx, { ...good, url: `${receiver.url}/two`, cap: 2, signsEd25519: true });
  expect(await auditOf("endpoint.created")).toMatchObject({
    name: "Shop",
    eventTypes: "all",
    cap: 2,
    signsEd25519: true,
  });
});

const header = (name: string, value?: string) => ({ customHeaders: [{ name, value }] });

test.each([
  ["retryDelays.0", { retryDelays: [4] }],
  ["retryDelays.1", { retryDelays: [5, 86_401] }],
  ["retryDelays.0", { retryDelays: [5.5] }],
  ["retryDelays", { retryDelays: Array(8).fill(86_400) }],
  ["retryDelays", { retryDelays: Array(15).fill(5) }],
  ["cap", { cap: 0 }],
  ["cap", { cap: 101 }],
  ["ratePerSecond", { ratePerSecond: 0 }],
  ["ratePerSecond", { ratePerSecond: 1_001 }],
  ["ratePerSecond", { ratePerSecond: 1.5 }],
  ["customHeaders.0.name", header("host", "x")],
  ["customHeaders.0.name", header("Content-Type", "x")],
  ["customHeaders.0.name", header("webhook-id", "x")],
  ["customHeaders.0.name", header("x api", "x")],
  ["customHeaders.0.value", header("x-api", "a\r\nx-b: c")],
  ["customHeaders.0.value", header("x-api")],
  [
    "customHeaders.1.name",
    { customHeaders: [...header("x-a", "1").customHeaders, ...header("X-A", "2").customHeaders] },
  ],
  ["locationIds.0", { locationIds: ["here"] }],
  ["productIds.0", { productIds: ["' OR 1=1"] }],
  ["staffMemberIds.0", { staffMemberIds: [""] }],
  ["operationalTypes.0", { operationalTypes: ["endpoint.eaten"] }],
  ["eventTypes.0", { eventTypes: ["order.eaten"] }],
  ["name", { name: "x".repeat(61) }],
  ["name", { name: "a\0b" }],
  ["description", { description: "x".repeat(501) }],
  ["url", { url: "not a url" }],
  ["url", { url: "ftp://hooks.example/in" }],
  ["url", { url: "https://user:pass@hooks.example/in" }],
  ["url", { url: "https://192.168.0.1/in" }],
  ["url", { url: "https://hooks.example:5432/in" }],
  ["url", { url: `https://hooks.example/${"x".repeat(2_048)}` }],
])(
  "bad input is refused at %s by adding and by changing, with what to do, and changes nothing: %j",
  async (property, bad) => {
    const { id, name, url } = await makeEndpoint({ storeId, name: "Shop", url: `${receiver.url}/other` });
    const before = await getEndpointSettings(ctx, id);
    const input = { ...good, ...bad } as typeof good;
    for (const work of [createEndpoint(ctx, input), updateEndpoint(ctx, { id, ...input })]) {
      const refusal = await refusalOf(work);
      expect(refusal.code).toBe("invalid");
      expect(refusal.fields.map((field) => field.property)).toEqual([property]);
      expect(refusal.fields[0]?.messages[0]).toMatch(/^.{8,}\.$/);
    }
    expect(await getEndpointSettings(ctx, id)).toEqual(before);
    expect(await db().endpoint.findMany({ where: { storeId } })).toMatchObject([{ name, url }]);
  },
);

test("a store has fifty endpoints at most, also when two add the last one at once; a deleted one makes room", async () => {
  for (let count = 0; count < 49; count++) await makeEndpoint({ storeId });
  const add = (path: string) => createEndpoint(ctx, { ...good, url: `${receiver.url}/${path}` });
  const results = await Promise.allSettled([add("a"), add("b")]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refusal = await refusalOf(add("c"));
  expect(refusal).toMatchObject({ code: "conflict", fields: [{ property: "url" }] });
  expect(refusal.message).toContain("50 endpoints");
  const one = await db().endpoint.findFirstOrThrow({ where: { storeId } });
  await db().endpoint.update({ where: { id: one.id }, data: { deletedAt: new Date() } });
  await add("c");
});

test("a header set in the settings is on the next request; untouched it stays, without a row it is gone", async () => {
  const { endpoint } = await createEndpoint(ctx, good);
  const { id } = endpoint;
  const sent = async () => {
    await makeEvent({ storeId });
    await deliver();
    return receiver.requests.at(-1)!.headers["x-api-key"];
  };
  expect(await sent()).toBeUndefined();
  await updateEndpoint(ctx, { id, ...good, customHeaders: [{ name: "X-Api-Key", value: "hush" }] });
  expect(await sent()).toBe("hush");
  await updateEndpoint(ctx, {
    id,
    ...good,
    customHeaders: [{ name: "x-api-key" }, { name: "x-other", value: "1" }],
  });
  expect(await sent()).toBe("hush");
  const row = await db().endpoint.findUniqueOrThrow({ where: { id } });
  expect(row.customHeaders).not.toContain("hush");
  await updateEndpoint(ctx, { id, ...good, customHeaders: [] });
  expect(await sent()).toBeUndefined();
});

test("an endpoint narrowed in the settings gets what matches, and all again once it is widened", async () => {
  const [here, there] = [newId(), newId()];
  const { endpoint } = await createEndpoint(ctx, { ...good, locationIds: [here] });
  const { id } = endpoint;
  const arrives = async (locationId: string) => {
    const count = receiver.requests.length;
    await makeEvent({ storeId, locationIds: [locationId] });
    await deliver();
    return receiver.requests.length > count;
  };
  expect([await arrives(here), await arrives(there)]).toEqual([true, false]);
  await updateEndpoint(ctx, { id, ...good, locationIds: [there] });
  expect([await arrives(here), await arrives(there)]).toEqual([false, true]);
  await updateEndpoint(ctx, { id, ...good, locationIds: [] });
  expect([await arrives(here), await arrives(there)]).toEqual([true, true]);
});

test("a shorter ladder holds from the next failure on", async () => {
  const { endpoint } = await createEndpoint(ctx, { ...good, url: `${receiver.url}/500` });
  await makeEvent({ storeId });
  await deliver();
  await updateEndpoint(ctx, { id: endpoint.id, ...good, url: `${receiver.url}/500`, retryDelays: [60] });
  await letTimePass(endpoint.id);
  await drain(endpoint.id);
  expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({ status: "exhausted", attempts: 2 });
});

test("a new URL ends a pause, and what waits goes there", async () => {
  const { endpoint } = await createEndpoint(ctx, { ...good, url: `${receiver.url}/500` });
  const { id } = endpoint;
  await makeEvent({ storeId });
  await deliver();
  await letTimePass(id);
  await db()
    .$executeRaw`UPDATE endpoint_work SET paused_until = policy_now() + interval '1 hour' WHERE endpoint_id = ${id}`;
  await updateEndpoint(ctx, { id, ...good });
  await drain(id);
  expect(await findDelivery({ endpointId: id })).toMatchObject({ status: "delivered" });
});

test("Ed25519 signs from the next request on and stops at once; its public key stays for a day", async () => {
  const { endpoint } = await createEndpoint(ctx, good);
  const { id } = endpoint;
  const schemes = async () => {
    await makeEvent({ storeId });
    await deliver();
    const signatures = String(receiver.requests.at(-1)!.headers["webhook-signature"]);
    return signatures.split(" ").map((one) => one.split(",")[0]);
  };
  expect(await schemes()).toEqual(["v1"]);
  await updateEndpoint(ctx, { id, ...good, signsEd25519: true });
  expect((await schemes()).sort()).toEqual(["v1", "v1a"]);
  await updateEndpoint(ctx, { id, ...good, signsEd25519: false });
  expect(await schemes()).toEqual(["v1"]);
  expect(await listPublicKeys(id)).toHaveLength(1);
});
