import {
  createServer,
  isIPv6,
  Socket,
  type AddressInfo,
  type Server,
  type TcpNetConnectOpts,
} from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closePools, sendWebhook } from "@/lib/webhooks";
import { openSocket } from "@/lib/webhooks/http/open-socket";
import type { Target } from "@/lib/webhooks/http/parse-target";
import { startDnsServer, type DnsServer } from "../support/dns-server";
import { condemnedUrls, hiddenAddresses, redirectTargets } from "../support/fixtures/ssrf-cases";
import { startReceiver, type Receiver } from "../support/receiver";

const ranged = Object.entries(hiddenAddresses).flatMap(([range, addresses]) =>
  addresses.map((address) => ({ range, address })),
);
const inUrl = (address: string) => (isIPv6(address) ? `[${address}]` : address);
/** A name for each answer that a name server may give; what it was asked before tells the rebinding ones how to go on. */
const answers = new Map<string, (asked: number) => string[]>();
const nameOf = (address: string) => `a${address.replaceAll(/[.:]/g, "-")}.attacker.example`;

let dns: DnsServer;
let listener: Server;
let port: number;
let connections = 0;
let dialled: { host: string | undefined; addresses: unknown }[] = [];

/** Stands in for the network: notes where a socket would have gone, and refuses. */
function recordingDial(options: TcpNetConnectOpts): Socket {
  const entry: (typeof dialled)[number] = { host: options.host, addresses: undefined };
  options.lookup?.(options.host ?? "", { all: true }, (_error, addresses) => (entry.addresses = addresses));
  dialled.push(entry);
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  return new Socket().destroy(refused);
}

const request = (url: string) => ({ endpointId: url, url, headers: {}, body: "{}" });
const blocked = { outcome: "failed", failure: "blocked-address", remoteAddress: null, statusCode: null };

beforeAll(async () => {
  listener = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  port = (listener.address() as AddressInfo).port;
  dns = await startDnsServer((name, asked) => answers.get(name)?.(asked) ?? "NXDOMAIN");
  process.env.WEBHOOK_DNS_SERVERS = dns.address;
});
afterAll(async () => {
  await closePools();
  await dns.close();
  listener.close();
});
beforeEach(() => {
  dialled = [];
  connections = 0;
});

test("the corpus has more than 150 cases", () => {
  expect(condemnedUrls.length + 4 * ranged.length).toBeGreaterThan(150);
  expect(new Set(condemnedUrls).size).toBe(condemnedUrls.length);
});

describe("what is public is dialled, once, at the address that was vetted", () => {
  test("a literal", async () => {
    const result = await sendWebhook(request("https://93.184.215.14/"), recordingDial);
    expect(result).toMatchObject({ failure: "refused" });
    expect(dialled).toEqual([
      { host: "93.184.215.14", addresses: [{ address: "93.184.215.14", family: 4 }] },
    ]);
  });

  test("a name", async () => {
    answers.set("public.example", () => ["93.184.215.14"]);
    expect(await sendWebhook(request("https://public.example/"), recordingDial)).toMatchObject({
      failure: "refused",
    });
    expect(dialled).toEqual([
      { host: "public.example", addresses: [{ address: "93.184.215.14", family: 4 }] },
    ]);
  });
});

describe("a URL that its text condemns is neither looked up nor dialled", () => {
  test.each(condemnedUrls)("%j", async (url) => {
    const before = dns.queries.length;
    expect(await sendWebhook(request(url), recordingDial)).toMatchObject(blocked);
    expect(dialled).toEqual([]);
    expect(dns.queries).toHaveLength(before);
  });
});

describe("an address that is not public is not dialled", () => {
  test.each(ranged)("$address ($range), written into the URL", async ({ address }) => {
    expect(await sendWebhook(request(`https://${inUrl(address)}/`), recordingDial)).toMatchObject(blocked);
    expect(dialled).toEqual([]);
  });

  test.each(ranged)("$address ($range), had the check of the URL let it pass", async ({ address }) => {
    const url = new URL("https://hooks.example/");
    const target: Target = { url, host: address, port: 443, isLiteral: true, isExcepted: false };
    const journey = { enter: () => {}, remoteAddress: null, isOver: false };
    await expect(openSocket(target, journey, recordingDial)).rejects.toMatchObject({
      kind: "blocked-address",
    });
    expect(dialled).toEqual([]);
  });

  test.each(ranged)("$address ($range), as the answer of a name server", async ({ address }) => {
    const name = nameOf(address);
    answers.set(name, () => [address]);
    expect(await sendWebhook(request(`https://${name}/`), recordingDial)).toMatchObject(blocked);
    expect(dialled).toEqual([]);
  });
});

describe("one address that is not public refuses the name, whatever stands beside it", () => {
  test.each([
    ["a private one last", ["93.184.215.14", "93.184.215.15", "10.0.0.1"]],
    ["loopback first", ["127.0.0.1", "93.184.215.14"]],
    ["metadata in the other family", ["93.184.215.14", "fd00:ec2::254"]],
    ["mapped loopback", ["2606:4700:4700::1111", "::ffff:7f00:1"]],
    ["beyond those that would be dialled", [...Array(6).fill("93.184.215.14"), "192.168.1.1"]],
  ])("%s", async (what, addresses) => {
    const name = `${what.replaceAll(" ", "-")}.mixed.example`;
    answers.set(name, () => addresses);
    expect(await sendWebhook(request(`https://${name}/`), recordingDial)).toMatchObject(blocked);
    expect(dialled).toEqual([]);
  });
});

describe("a name that is rebound is judged anew at each attempt", () => {
  test("public at first, loopback later", async () => {
    answers.set("rebound.example", (asked) => (asked === 0 ? ["93.184.215.14"] : ["127.0.0.1"]));
    const attempt = request("https://rebound.example/");
    expect(await sendWebhook(attempt, recordingDial)).toMatchObject({ failure: "refused" });
    expect(dialled).toHaveLength(1);
    for (let count = 0; count < 3; count++)
      expect(await sendWebhook(attempt, recordingDial)).toMatchObject(blocked);
    expect(dialled).toHaveLength(1);
  });

  test("in one attempt the name is asked for once, and what was vetted is dialled", async () => {
    answers.set("flipping.example", (asked) => (asked % 2 === 0 ? ["93.184.215.14"] : ["169.254.169.254"]));
    await sendWebhook(request("https://flipping.example/"), recordingDial);
    expect(dns.queries.filter((query) => query === "A flipping.example")).toHaveLength(1);
    expect(dialled).toMatchObject([{ addresses: [{ address: "93.184.215.14", family: 4 }] }]);
  });
});

describe("with the real network, no connection reaches loopback", () => {
  const names = ["127.0.0.1.nip.example", "localtest.example", "loopback.example", "loopback.example."];

  test.each(names)("by the name %s", async (name) => {
    answers.set(name.replace(/\.$/, ""), () => ["127.0.0.1"]);
    expect(await sendWebhook(request(`https://${name}:${port}/`))).toMatchObject(blocked);
    expect(connections).toBe(0);
  });

  test.each([
    "127.0.0.1",
    "127.1",
    "0x7f000001",
    "0",
    "[::ffff:127.0.0.1]",
    "[::127.0.0.1]",
    "[::]",
    "localhost",
  ])("by https://%s", async (host) => {
    expect(await sendWebhook(request(`https://${host}:${port}/`))).toMatchObject(blocked);
    expect(connections).toBe(0);
  });
});

describe("no redirect is followed or looked up, wherever it leads", () => {
  let receiver: Receiver;
  let location = "";
  let status = 302;

  beforeAll(async () => {
    receiver = await startReceiver({
      reply: (_request, response) => response.writeHead(status, { location }).end(),
    });
    answers.set("loopback.example", () => ["127.0.0.1"]);
  });
  afterAll(() => receiver.close());

  async function answerWith(code: number, target: string) {
    [status, location] = [code, target.replace("{listener}", String(port))];
    receiver.requests.length = 0;
    const asked = dns.queries.length;
    const result = await sendWebhook(request(`${receiver.url}/hook`));
    expect(result).toMatchObject({ outcome: "failed", statusCode: code });
    expect(receiver.requests).toHaveLength(1);
    expect(connections).toBe(0);
    expect(dns.queries).toHaveLength(asked);
    return result;
  }

  test.each(redirectTargets.flatMap((target) => [302, 307].map((code) => [code, target] as const)))(
    "%i to %s, which is refused as not public",
    async (code, target) => {
      const { failure, failureDetail } = await answerWith(code, target);
      expect(failure).toBe("blocked-address");
      expect(failureDetail).toBe(
        `It redirects to ${location}, which is not a public address. We never follow redirects.`,
      );
    },
  );

  test.each(ranged)("to $address ($range), which is refused as not public", async ({ address }) => {
    expect((await answerWith(308, `https://${inUrl(address)}/`)).failure).toBe("blocked-address");
  });

  test.each(["/hook", "//hooks.example/", "https://93.184.215.14/", "http://loopback.example:{listener}/"])(
    "to %s, whose text tells nothing: it is a redirect, and its name is not asked for",
    async (target) => {
      const { failure, failureDetail } = await answerWith(303, target);
      expect({ failure, failureDetail }).toEqual({ failure: "redirect", failureDetail: location });
    },
  );

  test("to where this server may send: it is a redirect", async () => {
    expect((await answerWith(302, `${receiver.url}/elsewhere`)).failure).toBe("redirect");
  });
});

test("proxies that the environment names are not used", async () => {
  const receiver = await startReceiver();
  const proxy = `http://127.0.0.1:${port}`;
  const before = { ...process.env };
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"])
    process.env[name] = proxy;
  process.env.NODE_USE_ENV_PROXY = "1";
  try {
    expect(await sendWebhook(request(`${receiver.url}/200`))).toMatchObject({ outcome: "delivered" });
    expect(connections).toBe(0);
  } finally {
    process.env = before;
    await receiver.close();
  }
});
