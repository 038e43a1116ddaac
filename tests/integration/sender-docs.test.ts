import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { env } from "@/lib/platform/env";
import { closePools, newSecret, sendWebhook, signWebhook } from "@/lib/webhooks";
import { freePort } from "../support/free-port";

const secret = newSecret();
const examples = [...readFileSync("docs/verify-signatures.md", "utf8").matchAll(/```js\n(.*?)```/gs)];
// Inside the repository, so that the examples find their library.
mkdirSync(".data", { recursive: true });
const directory = mkdtempSync(".data/examples-");
afterAll(async () => {
  await closePools();
  rmSync(directory, { recursive: true });
});

test("the guide has an example with a library and one without", () => expect(examples).toHaveLength(2));

describe.each(examples.map(([, code], index) => [index + 1, code ?? ""] as const))(
  "example %i",
  (index, code) => {
    let child: ChildProcess;
    let url: string;
    let output = "";

    beforeAll(async () => {
      const port = await freePort();
      const file = join(directory, `example-${index}.mjs`);
      writeFileSync(file, code);
      child = spawn(process.execPath, [file], {
        env: { ...process.env, OPENCALS_WEBHOOK_SECRET: secret, PORT: String(port) },
      });
      child.stdout?.on("data", (text) => (output += String(text)));
      env().WEBHOOK_ALLOWED_TARGETS.push(`localhost:${port}`);
      url = `http://localhost:${port}/`;
    });
    afterAll(() => void child.kill());

    const send = (body: string, headers: Record<string, string>) =>
      sendWebhook({ endpointId: url, url, headers: { "webhook-id": "evt_1", ...headers }, body });

    const sign = (body: string, key: string) =>
      signWebhook({ id: "evt_1", timestampSeconds: Math.floor(Date.now() / 1000), body, secrets: [key] });

    test("takes what we signed and refuses what was changed on the way", async () => {
      const body = '{"id":"evt_1","type":"order.paid","data":{"price":12.50,"name":"Zoë"}}';
      await expect.poll(async () => (await send("{}", {})).failure, { timeout: 10_000 }).toBe("http-status");
      expect(await send(body, sign(body, secret))).toMatchObject({ outcome: "delivered" });
      await expect.poll(() => output).toContain("order.paid evt_1");
      const refused = { failure: "http-status", statusCode: 401 };
      expect(await send(body.replace("12.50", "0.01"), sign(body, secret))).toMatchObject(refused);
      expect(await send(body, sign(body, newSecret()))).toMatchObject(refused);
      expect(await send(body, {})).toMatchObject(refused);
    });
  },
);
