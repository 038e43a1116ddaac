import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SendResult } from "@/lib/webhooks";

const pem = (name: string) => readFileSync(`tests/support/fixtures/tls/${name}`);
const servers: Server[] = [];
const seen: { host: string | undefined; servername: string | false | null }[] = [];
let ports: Record<string, number>;

beforeAll(async () => {
  ports = Object.fromEntries(
    await Promise.all(
      ["localhost", "expired", "other-name"].map(async (name) => [name, await serve(name)] as const),
    ),
  );
});
afterAll(() => servers.forEach((server) => server.close()));

async function serve(certificate: string): Promise<number> {
  const server = createServer(
    { key: pem("key.pem"), cert: pem(`${certificate}.crt`) },
    (request, response) => {
      seen.push({
        host: request.headers.host,
        servername: (request.socket as TLSSocket & { servername: string }).servername,
      });
      request.resume().on("end", () => response.end("ok"));
    },
  );
  server.on("tlsClientError", () => {});
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** In a process that trusts our test authority, or nobody but the public ones. */
async function sendEach(names: string[], { isTrusting }: { isTrusting: boolean }): Promise<SendResult[]> {
  const targets = names.map((name) => `localhost:${ports[name]}`);
  const env = {
    ...process.env,
    WEBHOOK_ALLOWED_TARGETS: targets.join(","),
    ...(isTrusting && { NODE_EXTRA_CA_CERTS: "tests/support/fixtures/tls/ca.crt" }),
  };
  const urls = targets.map((target) => `https://${target}/hook`);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "tests/support/send-each.ts", ...urls],
    { env },
  );
  return JSON.parse(stdout) as SendResult[];
}

test("a certificate is judged by its authority, its dates and its name, and the reason is told", async () => {
  const [good, expired, otherName] = await sendEach(["localhost", "expired", "other-name"], {
    isTrusting: true,
  });
  expect(good).toMatchObject({ outcome: "delivered", responseBody: "ok" });
  expect(Object.keys(good?.timings ?? {})).toEqual(["dns", "connect", "tls", "firstByte", "body"]);
  expect(expired).toMatchObject({
    outcome: "failed",
    failure: "tls",
    failureDetail: "CERT_HAS_EXPIRED: Feb  1 00:00:00 2020 GMT",
  });
  expect(otherName).toMatchObject({
    failure: "tls",
    failureDetail: "ERR_TLS_CERT_ALTNAME_INVALID: DNS:hooks.example",
  });
  // The request went out under its own name, and only where the certificate was good.
  expect(seen).toEqual([{ host: `localhost:${ports["localhost"]}`, servername: "localhost" }]);
});

test("an authority that nobody knows is not trusted, also on an excepted target", async () => {
  const before = seen.length;
  const [unknown] = await sendEach(["localhost"], { isTrusting: false });
  expect(unknown).toMatchObject({ outcome: "failed", failure: "tls" });
  expect(unknown?.failureDetail).toMatch(/^UNABLE_TO_VERIFY_LEAF_SIGNATURE/);
  expect(seen).toHaveLength(before);
});
