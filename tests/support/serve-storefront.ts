import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { recordPeerAddresses } from "@/lib/platform/client-address";
import { POST as decide } from "@/app/pay/[paymentId]/decision/route";
import { handleStorefront } from "@/lib/storefront";

recordPeerAddresses();

/** The Storefront API and what the test provider is told, on loopback, as the web process serves it but without a build. Closed after the file's tests. */
export async function serveStorefront(): Promise<string> {
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  afterAll(() => new Promise((closed) => (server.close(closed), server.closeAllConnections())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = "GET", url, headers } = incoming;
  const body = method === "GET" || method === "HEAD" ? undefined : chunksOf(incoming);
  const request = new Request(`http://${headers.host}${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(body ? { body, duplex: "half" as const } : {}),
  });
  const [, paymentId] = /^\/pay\/([^/?]+)/.exec(url ?? "") ?? [];
  const response = paymentId
    ? await decide(request, { params: Promise.resolve({ paymentId }) })
    : await handleStorefront(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

function chunksOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      for await (const chunk of incoming) controller.enqueue(chunk);
      controller.close();
    },
  });
}
