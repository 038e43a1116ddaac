import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { signUpCustomer } from "@/lib/booking";
import { issueTokens } from "@/lib/booking/customers/issue-tokens";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeApiKey } from "@/tests/support/factories/api-key";
import { customer, guest, makeBookable, makeBooking, slotOf } from "@/tests/support/factories/booking";
import { startCountingProxy, type CountingProxy } from "@/tests/support/counting-proxy";
import { serveStorefront } from "@/tests/support/serve-storefront";

type OnCall = NonNullable<Parameters<typeof startCountingProxy>[1]>["onCall"];
type Mirror = {
  tokens: { accessToken: string; refreshToken: string };
  nextPage: { appointments: number; orders: number };
  appointments: Record<string, { status: string }>;
  orders: Record<string, unknown>;
};

/** With the booking that they are copies of, more than a page of a hundred. */
const copies = 102;
const account = { email: "ada@example.com", password: "correct horse battery staple", firstName: "Ada" };
const folder = mkdtempSync(join(tmpdir(), "sync-job-"));

let proxy: CountingProxy;
let onCall: OnCall;
let store: Awaited<ReturnType<typeof makeBookable>>;
let customerId: string;
let key: string;
let mirrorFile: string;
let job: ChildProcess | undefined;

beforeAll(async () => {
  proxy = await startCountingProxy(await serveStorefront(), { onCall: (...call) => onCall?.(...call) });
  store = await makeBookable();
  key = (await makeApiKey(store)).key;
  await signUpCustomer(guest(store.storeId), account);
  const { storeId } = store;
  customerId = (await db().customer.findFirstOrThrow({ where: { storeId } })).id;
  await bookAfterDays(2);
  await copyBooking();
  // Somebody else's, which no mirror of Ada's holds.
  await makeBooking(guest(storeId), {
    slot: slotOf(store.product, { days: 20 }),
    buyer: { email: "eve@example.com", firstName: "Eve", lastName: "Maes" },
  });
});

const bookAfterDays = (days: number) =>
  makeBooking(customer(store.storeId, customerId), {
    slot: slotOf(store.product, { days }),
    buyer: { ...account, lastName: "Maes" },
  });

async function copyBooking(): Promise<void> {
  const where = { storeId: store.storeId, customerId };
  const { customAttributes: _, ...appointment } = await db().appointment.findFirstOrThrow({ where });
  const order = await db().order.findFirstOrThrow({ where });
  const numbers = Array.from({ length: copies }, (_, index) => `copy ${index}`);
  await db().order.createMany({
    data: numbers.map((name) => ({ ...order, id: newId(), name, cartId: null })),
  });
  await db().appointment.createMany({
    data: numbers.map((name) => ({ ...appointment, id: newId(), name, occupancyId: null })),
  });
}

beforeEach(({ task }) => {
  onCall = undefined;
  proxy.calls.length = 0;
  mirrorFile = join(folder, `${task.id}.json`);
});

afterAll(async () => {
  job?.kill("SIGKILL");
  await proxy.close();
  rmSync(folder, { recursive: true });
});

/** One pass, as a customer starts it; resolves with its exit code. */
async function sync({ password = account.password } = {}): Promise<number | null> {
  const started = spawn(process.execPath, ["--import", "tsx", "examples/sync-job/sync.ts"], {
    env: {
      ...process.env,
      OPENCALS_API_URL: proxy.url,
      OPENCALS_API_KEY: key,
      CUSTOMER_EMAIL: account.email,
      CUSTOMER_PASSWORD: password,
      MIRROR_FILE: mirrorFile,
      SYNC_EVERY_SECONDS: "0",
    },
    stdio: "ignore",
  });
  job = started;
  const [code] = (await once(started, "exit")) as [number | null];
  return code;
}

const readMirror = (): Mirror => JSON.parse(readFileSync(mirrorFile, "utf8"));
const paths = () => proxy.calls.map(({ path }) => path.replace(/^\/storefront/, ""));

async function expectWholeMirror(): Promise<void> {
  const where = { where: { storeId: store.storeId, customerId }, select: { id: true } };
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
  const { appointments, orders, nextPage } = readMirror();
  expect(Object.keys(appointments).sort()).toEqual(idsOf(await db().appointment.findMany(where)));
  expect(Object.keys(orders).sort()).toEqual(idsOf(await db().order.findMany(where)));
  expect(nextPage).toEqual({ appointments: 1, orders: 1 });
}

test("a mirror that is killed in mid-pass goes on at the page where it was, without signing in again", async () => {
  onCall = ({ path }) => {
    if (!path.includes("/appointments?page=2")) return;
    job?.kill("SIGKILL");
    return new Promise(() => {});
  };
  expect(await sync()).toBe(null);
  const half = readMirror();
  expect(Object.keys(half.appointments)).toHaveLength(100);
  expect(half.nextPage).toEqual({ appointments: 2, orders: 1 });

  onCall = undefined;
  proxy.calls.length = 0;
  expect(await sync()).toBe(0);
  expect(paths().map((path) => path.slice(0, "/appointments?page=2".length))).toEqual([
    "/appointments?page=2",
    expect.stringContaining("/orders?page=1"),
    expect.stringContaining("/orders?page=2"),
  ]);
  await expectWholeMirror();
});

test("an access token that has expired is refreshed, once, and needs no password", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 });
  const tokens = await issueTokens(db(), { storeId: store.storeId, customerId });
  vi.useRealTimers();
  writeFileSync(mirrorFile, JSON.stringify({ tokens }));
  expect(await sync({ password: "" })).toBe(0);
  expect(paths().filter((path) => path.startsWith("/auth/"))).toEqual(["/auth/refresh"]);
  expect(readMirror().tokens.refreshToken).not.toBe(tokens.refreshToken);
  await expectWholeMirror();
});

test("a pass costs a request per hundred rows, waits as long as it is told to, and brings what is new", async () => {
  await sync();
  await bookAfterDays(3);
  proxy.calls.length = 0;
  let askedAt = 0;
  let waitedMs = 0;
  onCall = ({ path }, response) => {
    if (!path.includes("/orders?page=1")) return;
    waitedMs = performance.now() - askedAt;
    if (askedAt) return;
    askedAt = performance.now();
    response.writeHead(429, { "retry-after": "1" }).end();
    return true;
  };
  expect(await sync()).toBe(0);
  expect(waitedMs).toBeGreaterThan(990);
  expect(proxy.calls).toHaveLength(5);
  await expectWholeMirror();
});
