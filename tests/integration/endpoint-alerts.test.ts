import { beforeEach, expect, test } from "vitest";
import { relayEvents, type OperationalType } from "@/lib/events";
import { operationalTypeRegistry } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { deleteEndpoint, disableEndpoint, enableEndpoint, listEvents, tellAlerts } from "@/lib/webhooks";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { makeSupportAgent } from "../support/factories/support-agent";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain, letTimePass } from "../support/pipeline";

const everyType = Object.keys(operationalTypeRegistry) as OperationalType[];
const patient = Array<number>(14).fill(60);
/** What /hook answers; other paths answer 200. */
let answer: number;
let storeId: string;
let owner: Ctx;

const receiver = await fileReceiver({
  reply: ({ path }, response) => void response.writeHead(path.startsWith("/hook") ? answer : 200).end(),
});
beforeEach(async () => {
  storeId = (await makeStore()).id;
  owner = (await makeMember({ storeId, email: `ines@${storeId}.example` })).ctx;
  answer = 500;
});

const makeHook = (input: object = {}) =>
  makeEndpoint({ storeId, name: "Hook", url: `${receiver.url}/hook`, retryDelays: patient, ...input });
const makeWatcher = (operationalTypes: OperationalType[] = everyType) =>
  makeEndpoint({
    storeId,
    name: "Watcher",
    url: `${receiver.url}/watch`,
    eventTypes: ["order.refunded"],
    operationalTypes,
  });

async function attemptAgain(endpointId: string, status: number): Promise<void> {
  answer = status;
  await letTimePass(endpointId);
  await drain(endpointId);
}

/** Three failures over more than a minute: what the pipeline calls failing. */
async function startFailing(endpointId: string): Promise<void> {
  answer = 500;
  await makeEvent({ storeId });
  await deliver();
  await letTimePass(endpointId);
  await drain(endpointId);
  await attemptAgain(endpointId, 500);
  await db().$executeRaw`
    UPDATE endpoint_work SET first_failure_at = first_failure_at - interval '2 min' WHERE endpoint_id = ${endpointId}`;
  await attemptAgain(endpointId, 500);
}

/** As if it had failed for days, so that the pipeline judges it anew. */
async function failForDays(endpointId: string, disablesInHours: number): Promise<void> {
  await db().$executeRaw`
    UPDATE endpoint_work SET failures = 12, failed_days = 4, disables_at = policy_now() + make_interval(hours => ${disablesInHours}::int)
    WHERE endpoint_id = ${endpointId}`;
  await attemptAgain(endpointId, 500);
}

const subjects = async () =>
  (await db().mail.findMany({ where: { storeId }, orderBy: { id: "asc" } })).map(({ subject }) => subject);
const operational = () =>
  db().event.findMany({ where: { storeId, type: { in: everyType } }, orderBy: { position: "asc" } });
const told = async () => (await operational()).map(({ type }) => type);

test("owners and developers are told of each turn once, viewers and other stores never", async () => {
  await makeMember({ storeId, role: "developer", email: `tom@${storeId}.example` });
  await makeMember({ storeId, role: "viewer", email: `mira@${storeId}.example` });
  await makeMember({ storeId: (await makeStore()).id });
  const hook = await makeHook();
  const turns = [
    () => startFailing(hook.id),
    () => failForDays(hook.id, 12),
    () => failForDays(hook.id, -1),
    async () => {
      await enableEndpoint(owner, { id: hook.id, held: "catch-up" });
      await attemptAgain(hook.id, 200);
    },
  ];
  for (const turn of turns) {
    await turn();
    await Promise.all([tellAlerts(), tellAlerts(), tellAlerts()]);
  }
  await tellAlerts();
  const mails = await db().mail.findMany({ where: { storeId } });
  const words = ["Disabled", "Failing", "Recovered", "Will be disabled"];
  for (const name of ["ines", "tom"])
    expect(
      mails
        .filter(({ toAddress }) => toAddress.startsWith(name))
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(words.map((word) => expect.stringMatching(new RegExp(`^${word}: Hook \\(`))));
  expect(mails).toHaveLength(8);
});

test("a mail names the event, what failed in plain words, and leads to the delivery", async () => {
  const hook = await makeHook({ url: `${receiver.url}/hook?token=hush` });
  await startFailing(hook.id);
  await tellAlerts();
  const delivery = await db().delivery.findFirstOrThrow({ where: { endpointId: hook.id } });
  const mail = await db().mail.findFirstOrThrow({ where: { storeId } });
  const text = JSON.stringify(mail.content);
  expect(text).toContain("order.paid, 1001");
  expect(text).toContain("HTTP 500: Your application failed while handling it.");
  expect(text).toContain(`/deliveries/${delivery.id}`);
  expect(text).not.toContain("hush");
});

test("an endpoint that asked hears of the others, as its type says, without a place in the sequence", async () => {
  const hook = await makeHook();
  const watcher = await makeWatcher();
  await startFailing(hook.id);
  await tellAlerts();
  await drain(watcher.id);
  const [request, ...rest] = receiver.requests.filter(({ path }) => path === "/watch");
  expect(rest).toEqual([]);
  const body = JSON.parse(String(request!.rawBody));
  expect(body).toMatchObject({ type: "endpoint.failing", sequence: null, storeId });
  expect(request!.headers).toMatchObject({ "webhook-id": body.id, "x-opencals-event": "endpoint.failing" });
  expect(request!.headers).not.toHaveProperty("x-opencals-test");
  expect(operationalTypeRegistry["endpoint.failing"].data.parse(body.data)).toEqual(body.data);
  expect(body.data).toMatchObject({
    endpoint: { id: hook.id, name: "Hook" },
    disablesAt: null,
    failure: { statusCode: 500 },
  });
});

test("operational events are no facts: no relay takes them and no list of the store's events has them", async () => {
  const hook = await makeHook();
  await makeWatcher();
  await startFailing(hook.id);
  const before = await listEvents(owner, { take: 10 });
  await tellAlerts();
  expect(await told()).toEqual(["endpoint.failing"]);
  expect(await relayEvents({ embedded: true })).toEqual([]);
  expect(await listEvents(owner, { take: 10 })).toEqual(before);
  expect((await operational())[0]).toMatchObject({ sequence: null, isTest: false });
});

test("nothing is sent to the endpoint that it is about, nor to one that did not ask for the type", async () => {
  const hook = await makeHook({ operationalTypes: everyType });
  const watcher = await makeWatcher(["endpoint.disabled"]);
  const plain = await makeEndpoint({ storeId, name: "Plain", url: `${receiver.url}/plain` });
  await startFailing(hook.id);
  await tellAlerts();
  const [event] = await operational();
  expect(await db().delivery.count({ where: { eventId: event!.id } })).toBe(0);

  answer = 410;
  await letTimePass(hook.id);
  await drain(hook.id);
  await tellAlerts();
  const last = (await operational()).at(-1)!;
  expect(last.type).toBe("endpoint.disabled");
  const deliveries = await db().delivery.findMany({ where: { eventId: last.id } });
  expect(deliveries.map(({ endpointId }) => endpointId)).toEqual([watcher.id]);
  expect(plain.id).not.toBe(watcher.id);
});

test("for a disabled watcher they are held, and a type that it no longer wants is not sent", async () => {
  const hook = await makeHook();
  const off = await makeEndpoint({ storeId, operationalTypes: everyType, disabledAt: new Date() });
  const watcher = await makeWatcher();
  await startFailing(hook.id);
  await tellAlerts();
  await db().endpoint.update({ where: { id: watcher.id }, data: { operationalTypes: [] } });
  await drain(watcher.id);
  const statusOf = async (endpointId: string) =>
    (await db().delivery.findFirstOrThrow({ where: { endpointId } })).status;
  expect(await statusOf(off.id)).toBe("held");
  expect(await statusOf(watcher.id)).toBe("canceled");
  expect(receiver.requests.filter(({ path }) => path === "/watch")).toEqual([]);
});

test("what is over before anybody was told is told to nobody", async () => {
  const hook = await makeHook();
  await startFailing(hook.id);
  await attemptAgain(hook.id, 200);
  expect(await db().endpointAlert.count({ where: { endpointId: hook.id } })).toBe(2);
  await tellAlerts();
  expect(await subjects()).toEqual([]);
  expect(await told()).toEqual([]);
  expect(await db().endpointAlert.count({ where: { endpointId: hook.id, droppedAt: null } })).toBe(0);
});

test("of turns that piled up the last one is told", async () => {
  const hook = await makeHook();
  await startFailing(hook.id);
  await failForDays(hook.id, 12);
  await failForDays(hook.id, -1);
  await tellAlerts();
  expect(await subjects()).toEqual([expect.stringMatching(/^Disabled: /)]);
});

test("an endpoint that comes and goes is told of twice an hour at most, and then as it is", async () => {
  const hook = await makeHook();
  for (let round = 1; round <= 3; round++) {
    await startFailing(hook.id);
    await tellAlerts();
    await attemptAgain(hook.id, 200);
    await tellAlerts();
  }
  expect(await told()).toEqual(["endpoint.failing", "endpoint.recovered"]);
  await startFailing(hook.id);
  await tellAlerts();
  expect(await told()).toHaveLength(2);
  await db()
    .$executeRaw`UPDATE endpoint_alert SET told_at = told_at - interval '61 min' WHERE endpoint_id = ${hook.id}`;
  await tellAlerts();
  expect((await told()).at(-1)).toBe("endpoint.failing");
});

test("an endpoint that somebody disables: the others are told who and why, no endpoint is, and what is undone at once is no news", async () => {
  const toms = `tom@${storeId}.example`;
  await makeMember({ storeId, role: "developer", email: toms });
  const hook = await makeHook();
  await makeWatcher();
  const support: Ctx = { storeId, actor: { ...(await makeSupportAgent()), kind: "support" } };
  const told = async () => {
    await tellAlerts();
    const mails = await db().mail.findMany({ where: { storeId }, orderBy: { toAddress: "asc" } });
    await db().mail.deleteMany({ where: { storeId } });
    return mails.map(({ toAddress, content }) => ({ toAddress, text: JSON.stringify(content) }));
  };

  await disableEndpoint(owner, { id: hook.id });
  expect(await told()).toEqual([
    { toAddress: toms, text: expect.stringContaining("Ines Claes has disabled Hook") },
  ]);

  await enableEndpoint(owner, { id: hook.id, held: "discard" });
  await disableEndpoint(support, { id: hook.id, reason: "It floods your own site." });
  const mails = await told();
  expect(mails.map(({ toAddress }) => toAddress)).toEqual([`ines@${storeId}.example`, toms]);
  for (const { text } of mails) {
    expect(text).toContain("Sam Vermeulen (Opencals support) has disabled Hook");
    expect(text).toContain("It floods your own site.");
  }

  await enableEndpoint(owner, { id: hook.id, held: "discard" });
  await disableEndpoint(owner, { id: hook.id });
  await enableEndpoint(owner, { id: hook.id, held: "discard" });
  expect(await told()).toEqual([]);
  expect(await operational()).toEqual([]);
});

test.each([
  ["disabled by hand", (id: string) => disableEndpoint(owner, { id })],
  ["deleted", (id: string) => deleteEndpoint(owner, { id })],
])("nobody is told that an endpoint fails which was %s meanwhile", async (_, act) => {
  const hook = await makeHook();
  await startFailing(hook.id);
  await act(hook.id);
  await tellAlerts();
  expect(await subjects()).toEqual([]);
});
