import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Inngest } from "inngest";
import { afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { db } from "@/lib/platform/db";
import { admin } from "@/tests/support/postgres";
import { end, startChild } from "./child-process";
import { createJournal, note, noted, notesOf } from "./journal";
import { hasty, sendEmbedded, startEmbedded, type ScenarioEngine } from "./scenario-engines";

const running: { stop: () => Promise<unknown> }[] = [];
const newRun = () => randomUUID();
const what = (notes: { what: string }[]) => notes.map((noted) => noted.what);

async function startOne(...args: Parameters<typeof startEmbedded>): Promise<ScenarioEngine> {
  const engine = await startEmbedded(...args);
  running.push(engine);
  await engine.ready;
  return engine;
}

async function startOther(options: object = {}) {
  const child = await startChild(options);
  running.push({ stop: () => end(child, "SIGKILL") });
  return child;
}

beforeAll(createJournal);
afterEach(async () => {
  await Promise.all(running.splice(0).map((engine) => engine.stop()));
});

describe("two processes", () => {
  test("no run stays stuck when one of them dies", async () => {
    await startOther();
    const dying = await startOther();
    const runs = Array.from({ length: 20 }, newRun);
    await sendEmbedded(...runs.map((run) => ({ name: "try/slow", data: { run, slowPid: dying.pid } })));
    for (const run of runs) await noted(run, (all) => all.includes("second"));
    await end(dying, "SIGKILL");
    const killedAt = Date.now();
    const ends = await Promise.all(runs.map((run) => noted(run, (all) => all.includes("third"))));
    expect(ends.some((notes) => notes.some(({ pid }) => pid === dying.pid))).toBe(true);
    for (const notes of ends) expect(what(notes).filter((done) => done === "first")).toHaveLength(1);
    // In earnest 30 s of silence and at most two heartbeats of 10 s: within the minute.
    const lastAt = Math.max(...ends.map((notes) => notes.at(-1)!.at.getTime()));
    expect(lastAt - killedAt).toBeLessThan(hasty.silenceMs + 2 * hasty.heartbeatMs + 20_000);
  });

  test("a process that was stalled and wakes up again finishes nothing of what another has taken over", async () => {
    const stalled = await startOther();
    const run = newRun();
    await sendEmbedded({ name: "try/slow", data: { run, slowPid: stalled.pid, ms: 3_000 } });
    await noted(run, (all) => all.includes("second"));
    stalled.kill("SIGSTOP");
    await startOne();
    await noted(run, (all) => all.includes("third"));
    stalled.kill("SIGCONT");
    const woken = newRun();
    await sendEmbedded({ name: "try/slow", data: { run: woken, ms: 3_500 } });
    await noted(woken, (all) => all.includes("third"));
    expect(what(await notesOf(run))).toEqual(["first", "second", "second", "third"]);
  });

  test("a process told to stop gets to the end of its step, hands the run back and exits with 0", async () => {
    const stopping = await startOther();
    const run = newRun();
    await sendEmbedded({ name: "try/slow", data: { run, ms: 3_000 } });
    await noted(run, (all) => all.includes("second"));
    expect(await end(stopping, "SIGTERM")).toBe(0);
    expect(what(await notesOf(run))).toEqual(["first", "second"]);
    await startOne();
    const notes = await noted(run, (all) => all.includes("third"));
    expect(what(notes)).toEqual(["first", "second", "third"]);
  });

  test("a tick starts one run, whoever keeps time", async () => {
    const everyMs = { ticking: 1_000 };
    await startOne({ everyMs });
    await startOne({ everyMs });
    const ticks = (await noted("ticking every 1000 ms", (all) => all.length >= 4)).map((tick) => tick.what);
    expect(new Set(ticks).size).toBe(ticks.length);
  });
});

test("when the database goes away and returns, the engine returns by itself", async () => {
  await startOne({ otherSlots: 3 });
  const name = new URL(process.env.DATABASE_URL!).pathname.slice(1);
  const runs = Array.from({ length: 6 }, newRun);
  await sendEmbedded(...runs.map((run) => ({ name: "try/slow", data: { run, ms: 1_500 } })));
  await noted(runs[0]!, (all) => all.includes("second"));

  await admin(inject("adminUrl"), `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await admin(
    inject("adminUrl"),
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
  );
  await sleep(4_000);
  await admin(inject("adminUrl"), `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);

  for (const run of runs) await noted(run, (all) => all.includes("third"));
  const after = newRun();
  await sendEmbedded({ name: "try/noting", data: { run: after } });
  await noted(after, (all) => all.length === 1);
});

test("an engine that starts before its database waits for it", async () => {
  const name = new URL(process.env.DATABASE_URL!).pathname.slice(1);
  await admin(inject("adminUrl"), `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  const engine = await startEmbedded();
  running.push(engine);
  await sleep(1_500);
  await admin(inject("adminUrl"), `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  await engine.ready;
  const run = newRun();
  await sendEmbedded({ name: "try/noting", data: { run } });
  await noted(run, (all) => all.length === 1);
});

describe("what only an Inngest server does", () => {
  test("is refused at start-up where the function's settings tell it", async () => {
    const functions = (client: Inngest) => [
      client.createFunction({ id: "picky", triggers: [{ event: "try/picky" }], concurrency: 2 }, () => {}),
    ];
    await expect(startEmbedded({}, functions)).rejects.toThrow(/"picky" uses concurrency/);
  });

  test("two functions on one trigger are refused at start-up", async () => {
    const functions = (client: Inngest) =>
      ["one", "two"].map((id) =>
        client.createFunction({ id, triggers: [{ event: "try/shared" }] }, () => {}),
      );
    await expect(startEmbedded({}, functions)).rejects.toThrow(/starts both "one" and "two"/);
  });

  test.each(["parallel", "waiting"])(
    "fails the run for good, saying so, where only its steps tell: %s",
    async (id) => {
      await startOne({}, (client) => [
        client.createFunction({ id: "parallel", triggers: [{ event: "try/parallel" }] }, ({ step }) =>
          Promise.all([step.run("left", () => 1), step.run("right", () => 2)]),
        ),
        client.createFunction({ id: "waiting", triggers: [{ event: "try/waiting" }] }, ({ step }) =>
          step.waitForEvent("wait", { event: "try/never", timeout: "1m" }),
        ),
      ]);
      await sendEmbedded({ name: `try/${id}`, data: {}, id });
      await expect
        .poll(() => db().engineRun.findUnique({ where: { triggerId: id } }))
        .toMatchObject({ status: "failed", error: expect.stringMatching(/does not support/) });
    },
  );
});

test("runs and jobs do not grow without end", async () => {
  await startOne({ keepCompletedMs: 500, keepFailedMs: 500 }, (client) => [
    client.createFunction(
      { id: "failing", triggers: [{ event: "try/failing" }], retries: 0 },
      async ({ event }) => {
        await note(event.data.run, "tried");
        throw new Error("always");
      },
    ),
    client.createFunction({ id: "noting", triggers: [{ event: "try/noting" }] }, ({ event, step }) =>
      step.run("note", () => note(event.data.run, "started")),
    ),
  ]);
  const run = newRun();
  const names = ["try/failing", "try/noting", "try/noting"];
  await sendEmbedded(
    ...names.map((name, n) => ({ name, data: { run }, ...(n < 2 && { id: `${run} ${n}` }) })),
  );
  await noted(run, (all) => all.length === 3);
  const left = () => db().$queryRaw`
    SELECT id FROM engine_run WHERE trigger = ANY (${names}) UNION ALL SELECT run_id FROM engine_step s
    WHERE NOT EXISTS (SELECT 1 FROM engine_run r WHERE r.id = s.run_id)`;
  await expect.poll(left).toEqual([]);
});

test("the queue's ids of tasks do not run out", async () => {
  await db().$queryRaw`SELECT setval('graphile_worker.tasks_id_seq', 2147483000)::text`;
  await startOne();
  const left = () => db().$queryRaw`SELECT last_value < 1000 AS enough FROM graphile_worker.tasks_id_seq`;
  await expect.poll(left).toEqual([{ enough: true }]);
  const run = newRun();
  await sendEmbedded({ name: "try/noting", data: { run } });
  await noted(run, (all) => all.length === 1);
});
