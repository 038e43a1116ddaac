import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { sendTriggers } from "@/lib/platform/trigger";
import { answerInngest, startEngine, stopEngine, wireProcess } from "@/lib/runtime";
import { makeDelivery } from "../support/factories/delivery";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeStore } from "../support/factories/store";
import { startReceiver, type Receiver } from "../support/receiver";
import { end } from "./child-process";

vi.hoisted(() => {
  delete process.env.INNGEST_DEV;
  // So short that the backlog takes more turns than one.
  process.env.DRAIN_STEP_MS = "100";
});
const backlog = 120;
const cap = 1;
const triggered = 10;

let receiver: Receiver;
let atOnce = 0;
let mostAtOnce = 0;
let worker: Awaited<ReturnType<typeof startWorkerProcess>>;

async function startWorkerProcess() {
  const program = fileURLToPath(new URL("../../worker/worker.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program], {
    env: { ...process.env, WEBHOOK_ALLOWED_TARGETS: receiver.target },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

beforeAll(async () => {
  receiver = await startReceiver({
    reply: (_request, response) => {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      setTimeout(() => {
        atOnce--;
        response.writeHead(204).end();
      }, 60);
    },
  });
  worker = await startWorkerProcess();
  wireProcess();
  await (
    await startEngine()
  ).ready;
});

afterAll(async () => {
  await stopEngine();
  await end(worker, "SIGTERM");
  await receiver.close();
});

test("one drain per endpoint, however many triggers and processes; it hands over when its turn ends", async () => {
  const storeId = (await makeStore()).id;
  const due = { status: "failed", priority: 2, dueAt: new Date(), storeId };
  const endpoint = await makeEndpoint({ storeId, url: receiver.url, work: { cap } });
  for (let n = 0; n < backlog; n++) await makeDelivery({ ...due, endpointId: endpoint.id });

  const [armed] = await db().$queryRaw<{ due_at: string }[]>`
    UPDATE endpoint_work SET next_due_at = policy_now(), armed_for = policy_now() WHERE endpoint_id = ${endpoint.id}
    RETURNING to_char(armed_for AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS due_at`;
  const data = { storeId, endpointId: endpoint.id, dueAt: armed!.due_at };
  await sendTriggers(
    db(),
    Array.from({ length: triggered }, () => ({ name: "webhooks/endpoint.due", data })),
  );

  const runs = new Set<string>();
  const delivered = async () => {
    for (const { id } of await db().engineRun.findMany({ where: { trigger: "webhooks/endpoint.due" } }))
      runs.add(id);
    return db().delivery.count({ where: { endpointId: endpoint.id, status: "delivered" } });
  };
  await expect.poll(delivered, { timeout: 120_000 }).toBe(backlog);
  expect(runs.size, "successors among them").toBeGreaterThan(triggered);
  const got = receiver.requests.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(got).size).toBe(backlog);
  expect(got).toHaveLength(backlog);
  expect(mostAtOnce).toBeLessThanOrEqual(cap);
  const open = () => db().engineRun.count({ where: { trigger: "webhooks/endpoint.due", endedAt: null } });
  await expect.poll(open).toBe(0);
});

test("nobody calls the functions over HTTP while the embedded engine is on", async () => {
  for (const method of ["GET", "POST", "PUT"])
    expect((await answerInngest(new Request("http://127.0.0.1/api/inngest", { method }))).status).toBe(404);
});
