import { createHash } from "node:crypto";
import { expect, test, vi } from "vitest";
import { callFunction, type Call } from "@/lib/engine/protocol/call-function";
import { readFunctions } from "@/lib/engine/protocol/read-functions";
import { answerInngest } from "@/lib/runtime";

const signingKey = vi.hoisted(() => {
  const key = `signkey-test-${"ab".repeat(32)}`;
  delete process.env.INNGEST_DEV;
  process.env.INNGEST_EVENT_KEY = "event-key";
  process.env.INNGEST_SIGNING_KEY = key;
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  return key;
});

const signedBy = (key: string) => ({ handler: answerInngest, signingKey: key, connect: () => {} });

test("with an Inngest server a call is answered when its signature is right, and 401 else", async () => {
  const functions = await readFunctions(signedBy(signingKey));
  expect(functions.map(({ id }) => id)).toContain("drain-endpoint");

  const expireHolds = functions.find(({ id }) => id === "expire-holds")!;
  const call: Call = {
    run: "run",
    token: "token",
    attempt: 0,
    event: { id: "event", name: "inngest/scheduled.timer", data: { cron: "* * * * *" }, ts: Date.now() },
    // The one step is done already: nothing runs, and no server is asked.
    steps: new Map([[createHash("sha1").update("expire").digest("hex"), { data: null }]]),
  };
  expect(await callFunction(signedBy(signingKey), expireHolds, call)).toMatchObject({
    kind: "ops",
    ops: [{ op: "RunComplete" }],
  });
  await expect(callFunction(signedBy(`signkey-test-${"cd".repeat(32)}`), expireHolds, call)).rejects.toThrow(
    "401",
  );

  const unsigned = await answerInngest(
    new Request("http://127.0.0.1/api/inngest?fnId=opencals-expire-holds&stepId=step", {
      method: "POST",
      headers: { host: "127.0.0.1", "content-type": "application/json" },
      body: JSON.stringify({ event: call.event, events: [call.event], steps: {}, ctx: {} }),
    }),
  );
  expect(unsigned.status).toBe(401);
});
