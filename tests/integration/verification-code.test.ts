import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { verificationCode } from "@/components/webhooks/verification-code";
import { env } from "@/lib/platform/env";
import { closePools, newSecret, signWebhook } from "@/lib/webhooks";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent } from "../support/factories/event";
import { makeStore } from "../support/factories/store";
import { freePort } from "../support/free-port";
import { deliver, findDelivery } from "../support/pipeline";

type Server = { file: string; port: number; secret: string };
/** Answers what the server has printed so far. */
type Output = () => string;

// Inside the repository, so that the code finds its libraries.
mkdirSync(".data", { recursive: true });
const directory = mkdtempSync(".data/pasted-");
const ends: (() => unknown)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));
afterAll(async () => {
  await closePools();
  rmSync(directory, { recursive: true });
});

const portal = (framework: "Next.js" | "Express") =>
  verificationCode(framework, "https://shop.example/webhooks").code;
const guide = readFileSync("app/docs/verify-signatures/page.mdx", "utf8");
const [, expressGuide = ""] = /```js\n(\/\/ server\.js\n.*?)```/s.exec(guide) ?? [];

test.each([
  { whose: "the guide's Express server", code: expressGuide, run: runProgram },
  { whose: "the portal's Express server", code: portal("Express"), run: runProgram },
  { whose: "the portal's Next.js route", code: portal("Next.js"), run: runRoute },
])("$whose takes a real delivery, and refuses whatever is not signed so", async ({ whose, code, run }) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/webhooks`;
  env().WEBHOOK_ALLOWED_TARGETS.push(new URL(url).host);
  const { id: storeId } = await makeStore();
  const endpoint = await makeEndpoint({ storeId, url });
  const file = join(directory, `${whose.replace(/\W+/g, "-")}.${run === runProgram ? "mjs" : "ts"}`);
  writeFileSync(file, code);
  const output = await run({ file, port, secret: endpoint.secret });
  await expect
    .poll(() =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);

  const event = await makeEvent({ storeId, data: { order: { name: "Zoë", total: "12.50" } } });
  await deliver();
  expect(await findDelivery({ endpointId: endpoint.id })).toMatchObject({ status: "delivered", attempts: 1 });
  await expect.poll(output).toContain("order.paid");
  expect(output()).toContain(event.id);

  const body = '{"id":"evt_1","type":"order.eaten","data":{"price":12.50}}';
  const nowSeconds = Math.floor(Date.now() / 1000);
  const send = (text: string, { secret = endpoint.secret, timestampSeconds = nowSeconds } = {}) =>
    fetch(url, {
      method: "POST",
      body: text,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "webhook-id": "evt_1",
        ...signWebhook({ id: "evt_1", timestampSeconds, body, secrets: [secret] }),
      },
    }).then(({ status }) => status);
  expect(await send(body.replace("12.50", "0.01")), "changed on the way").toBe(401);
  expect(await send(body, { secret: newSecret() }), "signed with another secret").toBe(401);
  expect(await send(body, { timestampSeconds: nowSeconds - 600 }), "recorded ten minutes ago").toBe(401);
  expect((await fetch(url, { method: "POST", body })).status, "not signed").toBe(401);
  expect(output()).not.toContain("order.eaten");
  expect(await send(body)).toBe(204);
});

/** As its merchant starts it. */
async function runProgram({ file, port, secret }: Server): Promise<Output> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, OPENCALS_WEBHOOK_SECRET: secret, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  ends.push(() => child.kill());
  let output = "";
  child.stdout.on("data", (text) => (output += String(text)));
  return () => output;
}

/** As Next.js calls it: with a Request that holds the body as it came. */
async function runRoute({ file, port, secret }: Server): Promise<Output> {
  vi.stubEnv("OPENCALS_WEBHOOK_SECRET", secret);
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  const { POST } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    POST: (request: Request) => Promise<Response>;
  };
  const server = createServer(async (incoming, outgoing) => {
    if (incoming.method !== "POST") return outgoing.writeHead(405).end();
    const answer = await POST(await toRequest(incoming));
    outgoing.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  ends.push(
    () => server.close(),
    () => server.closeAllConnections(),
    () => said.mockRestore(),
    () => vi.unstubAllEnvs(),
  );
  return () => said.mock.calls.flat().join(" ");
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const { headers, url } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return new Request(`http://${headers.host}${url}`, {
    method: "POST",
    headers: headers as Record<string, string>,
    body: Buffer.concat(chunks),
  });
}
