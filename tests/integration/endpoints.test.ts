import { expect, test } from "vitest";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { decryptSecret } from "@/lib/platform/secrets";
import { createEndpoint, getEndpoint, listEndpoints, updateEndpoint } from "@/lib/webhooks";
import { makeDelivery } from "../support/factories/delivery";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { refusalOf } from "../support/refusal-of";

const good = { name: "Client app", url: "https://hooks.example/in", eventTypes: ["order.paid" as const] };

async function memberOf(role: "owner" | "developer" | "viewer" = "owner"): Promise<Ctx> {
  const store = await makeStore();
  return (await makeMember({ storeId: store.id, role })).ctx;
}

test("a new endpoint gives its secret once, and the database holds it only encrypted", async () => {
  const ctx = await memberOf("developer");
  const { endpoint, secret } = await createEndpoint(ctx, good);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(endpoint).toMatchObject({
    ...good,
    health: "new",
    lastSuccessAt: null,
    successRate: null,
    heldCount: 0,
  });
  expect(endpoint.hours).toHaveLength(24);
  expect(JSON.stringify(await getEndpoint(ctx, endpoint.id))).not.toContain("whsec_");

  const [row] = await db().endpointSecret.findMany({ where: { endpointId: endpoint.id } });
  expect(row?.ciphertext).not.toContain(secret.slice(6));
  expect(decryptSecret(row!.ciphertext, row!.id)).toBe(secret);
  expect(await db().endpointWork.count({ where: { endpointId: endpoint.id, storeId: ctx.storeId } })).toBe(1);
});

test("creating an endpoint leaves an audit entry without the secret", async () => {
  const ctx = await memberOf();
  const { endpoint, secret } = await createEndpoint(ctx, good);
  const [entry] = await db().auditEntry.findMany({ where: { storeId: ctx.storeId } });
  expect(entry).toMatchObject({ action: "endpoint.created", targetId: endpoint.id, actorName: "Ines Claes" });
  expect(entry?.detail).toEqual({ name: good.name, url: good.url, eventTypes: "order.paid" });
  expect(JSON.stringify(entry)).not.toContain(secret);
});

test("a viewer may not create an endpoint", async () => {
  expect(await refusalOf(createEndpoint(await memberOf("viewer"), good))).toMatchObject({
    code: "forbidden",
  });
});

test.each([
  ["name", { ...good, name: "  " }],
  ["name", { ...good, name: "x".repeat(61) }],
  ["url", { ...good, url: "" }],
  ["url", { ...good, url: "hooks.example/in" }],
  ["url", { ...good, url: "http://hooks.example/in" }],
  ["url", { ...good, url: "https://user:pass@hooks.example/in" }],
  ["url", { ...good, url: "https://hooks.example:22/in" }],
  ["url", { ...good, url: "https://10.0.0.1/in" }],
  ["url", { ...good, url: "https://[::1]/in" }],
  ["url", { ...good, url: `https://hooks.example/${"x".repeat(3000)}` }],
  ["eventTypes.0", { ...good, eventTypes: ["order.eaten"] }],
])("bad input is refused at %s, and nothing is written: %o", async (property, input) => {
  const ctx = await memberOf();
  const refusal = await refusalOf(createEndpoint(ctx, input as typeof good));
  expect(refusal.code).toBe("invalid");
  expect(refusal.fields.map((field) => field.property)).toEqual([property]);
  expect(await listEndpoints(ctx)).toEqual([]);
});

test("the refusal of a local URL names the setting that would except it", async () => {
  const ctx = await memberOf();
  for (const url of ["http://localhost:4010/hook", "http://127.0.0.1:4010/hook"]) {
    expect((await refusalOf(createEndpoint(ctx, { ...good, url }))).message).toContain(
      "WEBHOOK_ALLOWED_TARGETS",
    );
  }
});

test("a store has a URL once, however it is spelled; another store may have it too", async () => {
  const ctx = await memberOf();
  await createEndpoint(ctx, good);
  for (const url of [
    "https://hooks.example/in",
    "HTTPS://Hooks.Example:443/in#part",
    "https://hooks.example./in",
  ]) {
    const refusal = await refusalOf(createEndpoint(ctx, { ...good, url }));
    expect(refusal).toMatchObject({ code: "conflict", fields: [{ property: "url" }] });
  }
  await createEndpoint(ctx, { ...good, url: "https://hooks.example/in?v=2" });
  await createEndpoint(await memberOf(), good);
  expect(await listEndpoints(ctx)).toHaveLength(2);
});

test("two requests at once for one URL make one endpoint", async () => {
  const ctx = await memberOf();
  const results = await Promise.allSettled([createEndpoint(ctx, good), createEndpoint(ctx, good)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a deleted endpoint's URL is free again, and it is seen no more", async () => {
  const ctx = await memberOf();
  const { endpoint } = await createEndpoint(ctx, good);
  await db().endpoint.update({ where: { id: endpoint.id }, data: { deletedAt: new Date() } });
  await createEndpoint(ctx, good);
  expect(await listEndpoints(ctx)).toHaveLength(1);
  expect(await refusalOf(getEndpoint(ctx, endpoint.id))).toMatchObject({ code: "not-found" });
});

test("another store's endpoint is not found and not listed", async () => {
  const { endpoint } = await createEndpoint(await memberOf(), good);
  const other = await memberOf();
  expect(await refusalOf(getEndpoint(other, endpoint.id))).toMatchObject({ code: "not-found" });
  expect(await listEndpoints(other)).toEqual([]);
});

test("endpoints come worst first, then by name", async () => {
  const ctx = await memberOf();
  const { storeId } = ctx;
  const success = { lastSuccessAt: new Date() };
  await makeEndpoint({ storeId, name: "New" });
  await makeEndpoint({ storeId, name: "Well B", work: success });
  await makeEndpoint({ storeId, name: "Well A", work: success });
  await makeEndpoint({ storeId, name: "Off", disabledAt: new Date(), disabledReason: "gone" });
  await makeEndpoint({ storeId, name: "Ill", work: { troubled: true } });
  const listed = await listEndpoints(ctx);
  expect(listed.map(({ name, health }) => [name, health])).toEqual([
    ["Ill", "failing"],
    ["Off", "disabled"],
    ["Well A", "healthy"],
    ["Well B", "healthy"],
    ["New", "new"],
  ]);
});

test("an endpoint's figures are its own of the last 24 hours, hour by hour", async () => {
  const ctx = await memberOf();
  const { storeId } = ctx;
  const nextDueAt = new Date(Date.now() + 300_000);
  const { id: endpointId } = await makeEndpoint({ storeId, work: { troubled: true, nextDueAt } });
  const other = await makeEndpoint({ storeId, name: "Other" });
  const own = { storeId, endpointId };
  const longAgo = new Date(Date.now() - 30 * 3_600_000);
  for (const durationMs of [10, 20, 30]) await makeDelivery({ ...own, durationMs });
  const last = await makeDelivery({ ...own, durationMs: 40 });
  await makeDelivery({ ...own, status: "failed", durationMs: 15_000 });
  await makeDelivery({ ...own, status: "held" });
  await makeDelivery({ ...own, status: "held", createdAt: longAgo });
  await makeDelivery({ ...own, status: "exhausted", createdAt: longAgo, durationMs: 1 });
  await makeDelivery({ storeId, endpointId: other.id, status: "failed" });

  const endpoint = await getEndpoint(ctx, endpointId);
  expect(endpoint).toMatchObject({
    health: "failing",
    nextRetryAt: nextDueAt.toISOString(),
    lastSuccessAt: last.settledAt?.toISOString(),
    heldCount: 2,
    successRate: 0.8,
    p95Ms: 15_000,
  });
  const total = (what: "delivered" | "failed" | "held") =>
    endpoint.hours.reduce((sum, hour) => sum + hour[what], 0);
  expect([total("delivered"), total("failed"), total("held")]).toEqual([4, 1, 1]);
  expect(endpoint.hours.map(({ hour }) => hour)).toEqual([...endpoint.hours.map(({ hour }) => hour)].sort());
  expect(await listEndpoints(ctx)).toContainEqual(endpoint);
});

test("an endpoint that has been quiet for days is still known to be well", async () => {
  const ctx = await memberOf();
  const { storeId } = ctx;
  const { id: endpointId } = await makeEndpoint({ storeId });
  const settledAt = new Date(Date.now() - 5 * 86_400_000);
  await makeDelivery({ storeId, endpointId, createdAt: settledAt, settledAt });
  expect(await getEndpoint(ctx, endpointId)).toMatchObject({
    health: "healthy",
    lastSuccessAt: settledAt.toISOString(),
    successRate: null,
  });
});

test("a change of name, URL and types is what the endpoint then is; the audit log has it", async () => {
  const ctx = await memberOf("developer");
  const { endpoint } = await createEndpoint(ctx, good);
  const changed = { name: "Till", url: "https://till.example/hook", eventTypes: ["order.refunded" as const] };
  const { id, version } = endpoint;
  expect(await updateEndpoint(ctx, { id, ...changed, version })).toMatchObject({ id, ...changed });
  expect(await getEndpoint(ctx, id)).toMatchObject(changed);
  const entries = await db().auditEntry.findMany({
    where: { storeId: ctx.storeId, action: "endpoint.updated" },
  });
  expect(entries).toMatchObject([{ targetId: id, detail: { name: "Till", url: changed.url } }]);
});

test("a form opened before somebody else's change says so and changes nothing", async () => {
  const ctx = await memberOf();
  const { endpoint } = await createEndpoint(ctx, good);
  const { id, version } = endpoint;
  await updateEndpoint(ctx, { id, ...good, name: "First", version });
  const refusal = await refusalOf(updateEndpoint(ctx, { id, ...good, name: "Second", version }));
  expect(refusal).toMatchObject({ code: "conflict", fields: [{ property: "version" }] });
  expect((await getEndpoint(ctx, id)).name).toBe("First");
});

test("a changed URL is vetted and unique as a new one is; an unchanged one is not asked again", async () => {
  const ctx = await memberOf();
  const { endpoint } = await createEndpoint(ctx, good);
  await createEndpoint(ctx, { ...good, url: "https://hooks.example/other" });
  const { id } = endpoint;
  const change = (url: string) => refusalOf(updateEndpoint(ctx, { id, ...good, url }));
  expect(await change("https://10.0.0.1/in")).toMatchObject({
    code: "invalid",
    fields: [{ property: "url" }],
  });
  expect(await change("https://HOOKS.example/other#x")).toMatchObject({
    code: "conflict",
    fields: [{ property: "url" }],
  });
  await db().endpoint.update({ where: { id }, data: { url: "http://127.0.0.1:9/no-longer-excepted" } });
  await updateEndpoint(ctx, { id, ...good, url: "http://127.0.0.1:9/no-longer-excepted", name: "Renamed" });
  expect((await getEndpoint(ctx, id)).name).toBe("Renamed");
});
