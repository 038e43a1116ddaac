import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { ReceivedRequest, Reply } from "./received-request";
import { scriptedReply } from "./scripted-reply";
import { verifyRequest } from "./verify-request";

export type ReceiverOptions = {
  port?: number;
  /** What may have signed; more can be pushed later. */
  secrets?: string[];
  onRequest?: (request: ReceivedRequest) => void;
  /** Answers instead of the script of the path. */
  reply?: Reply;
};

export type ReceiverServer = {
  port: number;
  /** Accepted so far, and open now. */
  connections: () => number;
  openConnections: () => number;
  close: () => Promise<void>;
};

/** A webhook receiver on loopback: it verifies, reports and answers by the path. Rejects when the port is taken. */
export async function startReceiverServer(options: ReceiverOptions): Promise<ReceiverServer> {
  const { port = 0, secrets = [], onRequest, reply = scriptedReply } = options;
  const seen = new Map<string, number>();
  let connections = 0;
  let open = 0;
  const server = createServer((incoming, response) => {
    void readRequest(incoming, seen, secrets).then((request) => {
      if (!request) return;
      onRequest?.(request);
      reply(request, response);
    });
  });
  server.on("connection", (socket) => {
    connections++;
    open++;
    socket.on("close", () => open--);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    openConnections: () => open,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Undefined when the sender hung up before the end of its body. */
async function readRequest(incoming: IncomingMessage, seen: Map<string, number>, secrets: string[]) {
  const receivedAt = new Date();
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  const id = headers["webhook-id"];
  // Each path stands for an endpoint of its own: all of them get an event once.
  const key = `${incoming.url} ${id}`;
  const repeats = seen.get(key) ?? 0;
  if (id) seen.set(key, repeats + 1);
  const rawBody = Buffer.concat(chunks);
  return {
    method: incoming.method ?? "",
    path: incoming.url ?? "/",
    headers,
    rawBody,
    receivedAt,
    repeats,
    verdict: verifyRequest(headers, rawBody, secrets),
  };
}
