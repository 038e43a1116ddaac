import { createServer, type AddressInfo, type Server } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closePools, sendWebhook } from "@/lib/webhooks";
import { vetUrl } from "@/lib/webhooks/http/vet-url";
import { startDnsServer, type DnsAnswer, type DnsServer } from "../support/dns-server";

let listener: Server;
let port: number;
let connections = 0;
let dns: DnsServer;
const names: Record<string, DnsAnswer | ((asked: number) => DnsAnswer)> = {
  "loopback.example": ["127.0.0.1"],
  "loopback6.example": ["::1"],
  "metadata.example": ["169.254.169.254"],
  "mapped.example": ["::ffff:7f00:1"],
  "mixed.example": ["93.184.215.14", "127.0.0.1"],
  "mixed-families.example": ["93.184.215.14", "fd00:ec2::254"],
  "failing.example": "SERVFAIL",
  "silent.example": "silence",
  "rebinding.example": (asked) => (asked === 0 ? ["93.184.215.14"] : ["127.0.0.1"]),
};

beforeAll(async () => {
  listener = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  port = (listener.address() as AddressInfo).port;
  dns = await startDnsServer((name, asked) => {
    const answer = names[name] ?? "NXDOMAIN";
    return typeof answer === "function" ? answer(asked) : answer;
  });
  process.env.WEBHOOK_DNS_SERVERS = dns.address;
});
afterAll(async () => {
  await closePools();
  await dns.close();
  listener.close();
});
beforeEach(() => void (connections = 0));

const send = (url: string) => sendWebhook({ endpointId: "ep_guard", url, headers: {}, body: "{}" });

describe("no socket is opened to what is not public", () => {
  test.each([
    "https://127.0.0.1",
    "https://127.1",
    "https://0x7f000001",
    "https://0177.0.0.1",
    "https://2130706433",
    "https://127.0.0.1.",
    "https://①②⑦.⓪.⓪.①",
    "https://[::ffff:127.0.0.1]",
    "https://[::127.0.0.1]",
    "https://[::1]",
    "http://127.0.0.1",
    "https://localhost",
    "https://loopback.example",
    "https://loopback6.example",
    "https://metadata.example",
    "https://mapped.example",
    "https://mixed.example",
    "https://mixed-families.example",
  ])("%s", async (origin) => {
    const result = await send(`${origin}:${port}/`);
    expect(result).toMatchObject({ outcome: "failed", failure: "blocked-address", remoteAddress: null });
    expect(result.timings).not.toHaveProperty("connect");
    expect(connections).toBe(0);
  });

  test("a URL with credentials, or of a service's port, is not even looked up", async () => {
    for (const url of ["https://a:b@loopback.example/", "https://loopback.example:6379/"]) {
      const before = dns.queries.length;
      expect(await send(url)).toMatchObject({ failure: "blocked-address" });
      expect(dns.queries).toHaveLength(before);
    }
  });
});

test("a name that was public when it was saved and leads inside later is refused at each attempt", async () => {
  const url = `https://rebinding.example:${port}/hook`;
  expect(await vetUrl(url)).toMatchObject({ url });
  expect(await send(url)).toMatchObject({ failure: "blocked-address" });
  expect(connections).toBe(0);
});

test("a name that does not exist, or whose servers fail, is the endpoint's failure", async () => {
  expect(await send("https://missing.example/")).toMatchObject({
    failure: "dns",
    failureDetail: "missing.example: ENOTFOUND",
  });
  expect(await send("https://failing.example/")).toMatchObject({ failure: "dns" });
});

test("a name that stays silent while the resolver answers others is the endpoint's failure", async () => {
  await send("https://missing.example/");
  expect(await send("https://silent.example/")).toMatchObject({ outcome: "failed", failure: "dns" });
});
