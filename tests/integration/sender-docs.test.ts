import { execFile, spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { env } from "@/lib/platform/env";
import { closePools, newSecret, sendWebhook, signWebhook } from "@/lib/webhooks";
import { newKeyPair } from "@/lib/webhooks/signing/new-key-pair";
import { toPublicJwk } from "@/lib/webhooks/signing/to-public-jwk";
import { freePort } from "../support/free-port";

const secret = newSecret();
const keyPair = newKeyPair();
const guide = readFileSync("docs/verify-signatures.md", "utf8");
const examples = [...guide.matchAll(/```js\n(.*?)```/gs)];
let keyServer: Server;
// Inside the repository, so that the examples find their library.
mkdirSync(".data", { recursive: true });
const directory = mkdtempSync(".data/examples-");
beforeAll(async () => {
  const keys = [toPublicJwk({ id: "key-1", publicKey: keyPair.publicKey })];
  keyServer = createServer((_request, response) => response.end(JSON.stringify({ keys })));
  await new Promise<void>((resolve) => keyServer.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await closePools();
  keyServer.close();
  rmSync(directory, { recursive: true });
});

test("the guide has an example with a library, one without, and one by a public key", () => {
  expect(examples).toHaveLength(3);
});

test("the guide's run of our vectors finds nothing wrong with the library", async () => {
  const [, code = ""] = /```ts\n(.*?)```/s.exec(guide) ?? [];
  writeFileSync(join(directory, "vectors.mjs"), code);
  copyFileSync("docs/vectors/signatures.json", join(directory, "signatures.json"));
  const { stdout } = await promisify(execFile)(process.execPath, ["vectors.mjs"], { cwd: directory });
  const lines = stdout.trim().split("\n");
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => !line.startsWith("ok "))).toEqual([]);
});

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
      const { port: keyPort } = keyServer.address() as AddressInfo;
      const settings = {
        OPENCALS_WEBHOOK_SECRET: secret,
        OPENCALS_JWKS_URL: `http://127.0.0.1:${keyPort}/jwks.json`,
        PORT: String(port),
      };
      child = spawn(process.execPath, [file], { env: { ...process.env, ...settings } });
      child.stdout?.on("data", (text) => (output += String(text)));
      env().WEBHOOK_ALLOWED_TARGETS.push(`localhost:${port}`);
      url = `http://localhost:${port}/`;
    });
    afterAll(() => void child.kill());

    const send = (body: string, headers: Record<string, string>) =>
      sendWebhook({ endpointId: url, url, headers: { "webhook-id": "evt_1", ...headers }, body });

    const sign = (body: string, key: string, { privateKey } = keyPair) =>
      signWebhook({
        id: "evt_1",
        timestampSeconds: Math.floor(Date.now() / 1000),
        body,
        secrets: [key],
        privateKeys: [privateKey],
      });

    test("takes what we signed and refuses what was changed on the way", async () => {
      const body = '{"id":"evt_1","type":"order.paid","data":{"price":12.50,"name":"Zoë"}}';
      await expect.poll(async () => (await send("{}", {})).failure).toBe("http-status");
      expect(await send(body, sign(body, secret))).toMatchObject({ outcome: "delivered" });
      await expect.poll(() => output).toContain("order.paid evt_1");
      const refused = { failure: "http-status", statusCode: 401 };
      expect(await send(body.replace("12.50", "0.01"), sign(body, secret))).toMatchObject(refused);
      expect(await send(body, sign(body, newSecret(), newKeyPair()))).toMatchObject(refused);
      expect(await send(body, {})).toMatchObject(refused);
    });
  },
);
