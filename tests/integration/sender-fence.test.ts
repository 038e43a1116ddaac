import * as net from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendWebhook } from "@/lib/webhooks";
import { startDnsServer, type DnsServer } from "../support/dns-server";

let listener: net.Server;
let dns: DnsServer;
const received: Buffer[] = [];
const dialled: unknown[] = [];

/** A network that takes every connection to this listener, wherever it was meant to go. */
function hijack(options: net.TcpNetConnectOpts): net.Socket {
  options.lookup?.(options.host ?? "", { all: true }, (_error, addresses) => dialled.push(addresses));
  return net.connect({ host: "127.0.0.1", port: (listener.address() as net.AddressInfo).port });
}

beforeAll(async () => {
  listener = net.createServer((socket) =>
    socket.on("data", (data) => received.push(data)).on("error", () => {}),
  );
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  dns = await startDnsServer((_name, asked) =>
    asked === 0 ? ["93.184.215.14", "2606:4700::1111"] : ["127.0.0.1"],
  );
  process.env.WEBHOOK_DNS_SERVERS = dns.address;
});
afterAll(async () => {
  listener.close();
  await dns.close();
});

test("the vetted addresses are the ones dialled, without a second lookup, and not a byte goes to a peer that is not public", async () => {
  const request = { endpointId: "ep_1", url: "https://hooks.example/", headers: {}, body: "{}" };
  const result = await sendWebhook(request, hijack);
  expect(dns.queries.sort()).toEqual(["A hooks.example", "AAAA hooks.example"]);
  expect(dialled).toEqual([
    [
      { address: "93.184.215.14", family: 4 },
      { address: "2606:4700::1111", family: 6 },
    ],
  ]);
  expect(result).toMatchObject({ outcome: "failed", failure: "blocked-address" });
  expect(result.failureDetail).toContain("127.0.0.1");
  expect(received).toEqual([]);
});
