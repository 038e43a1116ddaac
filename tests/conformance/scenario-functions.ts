import { setTimeout as delay } from "node:timers/promises";
import type { Inngest, InngestFunction } from "inngest";
import { note } from "./journal";

const aMinuteMs = 60_000;

/** Small functions that use all that ours use, each noting what it does. */
export function scenarioFunctions(client: Inngest): InngestFunction.Like[] {
  return [
    client.createFunction(
      { id: "pausing", triggers: [{ event: "try/pausing" }] },
      async ({ event, step }) => {
        const { run } = event.data;
        const drawn = await step.run("draw", async () => {
          await note(run, "draw");
          return Math.random();
        });
        await step.sleep("pause", "1s");
        await step.run("tell", () => note(run, `tell ${drawn}`));
      },
    ),

    client.createFunction({ id: "waking", triggers: [{ event: "try/waking" }] }, async ({ event, step }) => {
      await step.sleepUntil("until", new Date(event.data.until));
      await step.run("wake", () => note(event.data.run, "awake"));
    }),

    client.createFunction({ id: "noting", triggers: [{ event: "try/noting" }] }, async ({ event, step }) => {
      await step.run("note", () => note(event.data.run, "started"));
    }),

    client.createFunction(
      { id: "flaky", triggers: [{ event: "try/flaky" }], retries: 2 },
      async ({ event, step }) => {
        const { run, failures } = event.data;
        await step.run("before", () => note(run, "before"));
        await step.run("try", async () => {
          if ((await note(run, "try")) <= failures) throw new Error("not yet");
        });
        await step.run("after", () => note(run, "after"));
      },
    ),

    client.createFunction(
      { id: "giving-up", triggers: [{ event: "try/giving-up" }], retries: 1 },
      async ({ event, step }) => {
        const { run } = event.data;
        const outcome = await step
          .run("try", async () => {
            await note(run, "try");
            throw new Error("never");
          })
          .catch((error: Error) => error.message);
        await step.run("tell", () => note(run, `gave up: ${outcome}`));
      },
    ),

    client.createFunction({ id: "slow", triggers: [{ event: "try/slow" }] }, async ({ event, step }) => {
      const { run, slowPid, ms } = event.data;
      await step.run("first", () => note(run, "first"));
      await step.run("second", async () => {
        await note(run, "second");
        if (!slowPid || slowPid === process.pid) await delay(ms ?? aMinuteMs);
      });
      await step.run("third", () => note(run, "third"));
    }),

    client.createFunction(
      { id: "sending", triggers: [{ event: "try/sending" }] },
      async ({ event, step }) => {
        const { run, at } = event.data;
        await step.sendEvent("send", [
          { name: "try/noting", data: { run } },
          { name: "try/noting", data: { run: `${run} later` }, ts: at },
        ]);
        await step.run("sent", () => note(run, "sent"));
      },
    ),

    client.createFunction({ id: "rounds", triggers: [{ event: "try/rounds" }] }, async ({ event, step }) => {
      const { run, from, to } = event.data;
      const last = Math.min(from + 50, to);
      for (let round = from; round < last; round++)
        await step.run(`round ${round}`, () => note(run, `${round}`));
      await step.run("end", () => note(run, "run ended"));
      if (last < to) await step.sendEvent("go on", { name: "try/rounds", data: { run, from: last, to } });
    }),

    client.createFunction({ id: "ticking", triggers: [{ cron: "* * * * *" }] }, async ({ event, step }) => {
      const { cron } = event.data as { cron: string };
      await step.run("tick", () => note(`ticking ${cron}`, event.id ?? ""));
    }),
  ];
}
