import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { end, startChild } from "./child-process";
import { createJournal, noted, notesOf } from "./journal";
import {
  sendEmbedded,
  sendToServer,
  startEmbedded,
  startOnServer,
  type ScenarioEngine,
} from "./scenario-engines";

const server = process.env.INNGEST_DEV;
if (!server)
  console.log("The Inngest half of the conformance suite is skipped: INNGEST_DEV names no server.");

const engines = [
  // A server retries a step after 15 s or more, and a call that died with its process likewise.
  {
    name: "embedded engine",
    start: () => startEmbedded(),
    send: sendEmbedded,
    patienceMs: 60_000,
    settings: {},
  },
  {
    name: "Inngest server",
    start: startOnServer,
    send: sendToServer,
    patienceMs: 150_000,
    settings: { INNGEST_SCENARIOS: "1" } as Record<string, string>,
  },
].filter(({ start }) => server || start !== startOnServer);

beforeAll(createJournal);

describe.each(engines)("$name", ({ start, send, patienceMs, settings }) => {
  let engine: ScenarioEngine;
  beforeAll(async () => {
    engine = await start();
    await engine.ready;
  });
  afterAll(() => engine.stop());

  const newRun = () => randomUUID();
  const what = (notes: { what: string }[]) => notes.map((note) => note.what);

  test("a step that is done is not done again after a sleep, and its result is kept", async () => {
    const run = newRun();
    await send({ name: "try/pausing", data: { run } });
    const notes = await noted(run, (all) => all.length === 2, patienceMs);
    expect(what(notes)).toEqual(["draw", expect.stringMatching(/^tell 0\.\d+$/)]);
    expect(notes[1]!.at.getTime() - notes[0]!.at.getTime()).toBeGreaterThanOrEqual(1_000);
  });

  test("a run sleeps until the instant it asked for", async () => {
    const run = newRun();
    const until = new Date(Date.now() + 2_500);
    await send({ name: "try/waking", data: { run, until: until.toISOString() } });
    const [awake] = await noted(run, (all) => all.length === 1, patienceMs);
    expect(awake!.at.getTime()).toBeGreaterThanOrEqual(until.getTime());
  });

  test("a delayed trigger starts its run no earlier than asked", async () => {
    const run = newRun();
    const at = new Date(Date.now() + 2_000);
    await send({ name: "try/noting", data: { run }, at });
    const [started] = await noted(run, (all) => all.length === 1, patienceMs);
    expect(started!.at.getTime()).toBeGreaterThanOrEqual(at.getTime());
  });

  test("two triggers with one id start one run", async () => {
    const [run, other] = [newRun(), newRun()];
    await send({ name: "try/noting", data: { run }, id: run });
    await send({ name: "try/noting", data: { run }, id: run });
    await send({ name: "try/noting", data: { run: other } });
    await noted(other, (all) => all.length === 1, patienceMs);
    expect(await notesOf(run)).toHaveLength(1);
  });

  test(
    "a step that throws is tried again, and those before it are not",
    { timeout: patienceMs + 60_000 },
    async () => {
      const run = newRun();
      await send({ name: "try/flaky", data: { run, failures: 2 } });
      const notes = await noted(run, (all) => all.includes("after"), patienceMs);
      expect(what(notes)).toEqual(["before", "try", "try", "try", "after"]);
    },
  );

  test(
    "a step is tried as often as its function says, and then fails where it can be caught",
    { timeout: patienceMs + 60_000 },
    async () => {
      const run = newRun();
      await send({ name: "try/giving-up", data: { run } });
      const notes = await noted(run, (all) => all.length >= 3, patienceMs);
      expect(what(notes)).toEqual(["try", "try", "gave up: never"]);
    },
  );

  test("a function sends triggers, now and for later", async () => {
    const run = newRun();
    const at = Date.now() + 2_000;
    await send({ name: "try/sending", data: { run, at } });
    await noted(run, (all) => all.includes("sent") && all.includes("started"), patienceMs);
    const [later] = await noted(`${run} later`, (all) => all.length === 1, patienceMs);
    expect(later!.at.getTime()).toBeGreaterThanOrEqual(at);
  });

  test("a run hands over to a successor after 50 rounds, and no round is lost or doubled", async () => {
    const run = newRun();
    await send({ name: "try/rounds", data: { run, from: 0, to: 120 } });
    const notes = await noted(
      run,
      (all) => all.filter((note) => note === "run ended").length === 3,
      patienceMs,
    );
    const rounds = what(notes).filter((note) => note !== "run ended");
    expect(rounds).toEqual(Array.from({ length: 120 }, (_, round) => `${round}`));
  });

  test(
    "after kill -9 a run goes on from the last step that was written",
    { timeout: patienceMs + 60_000 },
    async () => {
      const run = newRun();
      await engine.stop();
      const child = await startChild({}, settings);
      await send({ name: "try/slow", data: { run, slowPid: child.pid } });
      await noted(run, (all) => all.includes("second"), patienceMs);
      await end(child, "SIGKILL");
      engine = await start();
      const notes = await noted(run, (all) => all.includes("third"), patienceMs);
      expect(what(notes)).toEqual(["first", "second", "second", "third"]);
    },
  );

  test(
    "a minute of cron starts one run, however many processes there are",
    { timeout: 150_000 },
    async () => {
      const cron = "ticking * * * * *";
      const before = (await notesOf(cron)).length;
      const child = await startChild({}, settings);
      await noted(cron, (all) => all.length > before, 100_000);
      // Time enough for a second one to be seen.
      await sleep(2_000);
      await end(child, "SIGKILL");
      expect(await notesOf(cron)).toHaveLength(before + 1);
    },
  );
});
